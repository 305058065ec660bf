#pragma once
#include "find/speech_site.h"

namespace attest {

// What decides where the content of a cue with its subject before it stands.
struct Order {
  CueTail tail;
  Range who;                   // empty: shared with the act before
  std::uint32_t left_end = 0;  // where the subject begins
  int left_quote = -1;
  bool closes = false;  // nothing that is said follows the cue
  bool comma_after = false;
};

// The subject: before the cue, at the sentence's opening, or shared with the act before ("and said"). False: nobody speaks.
bool take_subject(const Site& at, Order& order, SpeechAct& out);
// "X spoke to residents who said": X stands between the report and the source.
void take_interviewer(const Site& at, SpeechAct& out);

}  // namespace attest
