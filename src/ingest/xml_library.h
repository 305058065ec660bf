#pragma once

namespace attest {

// Makes libxml2 ready, once for the whole process. Whoever calls into libxml2 calls this first: it readies itself at the first
// use, and two threads that do so at once can each wait for ever (its own rule: xmlInitParser before threads parse).
void ready_xml_library();

}  // namespace attest
