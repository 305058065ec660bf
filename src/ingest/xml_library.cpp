#include "ingest/xml_library.h"

#include <libxml/parser.h>

namespace attest {

void ready_xml_library() {
  static const bool ready = [] {
    xmlInitParser();
    return true;
  }();
  (void)ready;
}

}  // namespace attest
