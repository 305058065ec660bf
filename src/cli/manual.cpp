#include "cli/manual.h"

#include <algorithm>
#include <cstdio>

#include "cli/command.h"

namespace attest {
namespace {

// Text for roff: backslashes and leading dots are markup there, and a plain '-' prints as a hyphen that nobody can search for.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out += c;
  }
  if (!out.empty() && (out[0] == '.' || out[0] == '\'')) out = "\\&" + out;
  return out;
}

std::string flag_usage(const Flag& flag) { return std::string(flag.name) + (flag.value.empty() ? "" : " " + std::string(flag.value)); }

}  // namespace

std::string manual_page() {
  std::string out = ".TH ATTEST 1 \"\" \"attest " ATTEST_VERSION "\" \"User Commands\"\n.SH NAME\nattest \\- sourced, reconciled accounts of what reports say about casualties\n";
  out += ".SH SYNOPSIS\n.B attest\n.I COMMAND\n[OPTION]... [INPUT]...\n";
  out += ".SH DESCRIPTION\nReads reports of a conflict and writes who says how many were harmed, where, when, and according to whom. It never decides who is right: "
         "what these reports say, not how many died.\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    out += ".SS " + roff(std::string(command.name) + (command.inputs.empty() ? "" : " " + std::string(command.inputs))) + "\n";
    out += roff(command.summary) + ".\n.PP\n" + roff(command.details) + "\n";
    for (const Flag& flag : command.flags) out += ".TP\n.B " + roff(flag_usage(flag)) + "\n" + roff(flag.doc) + "\n";
  }
  out += ".SH EXIT STATUS\n0 when all was read, 1 when some input could not be read (the rest was done), 2 for wrong usage.\n";
  out += ".SH ENVIRONMENT\n.TP\n.B ATTEST_DATA\nThe folder with rules and gazetteer, where it is not ../share/attest beside the program.\n";
  return out;
}

std::string bash_completion() {
  std::string names, choices, flags;
  for (const Command& command : commands()) {
    const std::string name(command.name);
    names += name + " ";
    flags += "    " + name + ") words=\"--help";
    for (const Flag& flag : command.flags) {
      flags += " " + std::string(flag.name);
      if (flag.value.find('|') == std::string_view::npos) continue;
      std::string words(flag.value);
      std::replace(words.begin(), words.end(), '|', ' ');
      choices += "    " + name + ":" + std::string(flag.name) + ") COMPREPLY=($(compgen -W \"" + words + "\" -- \"$cur\")); return ;;\n";
    }
    flags += "\" ;;\n";
  }
  return "_attest() {\n  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words=\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W \"" + names + "--help --version\" -- \"$cur\")); return\n  fi\n"
         "  case ${COMP_WORDS[1]}:$prev in\n" + choices + "  esac\n"
         "  [[ $cur == -* ]] || { COMPREPLY=($(compgen -f -- \"$cur\")); return; }\n"
         "  case ${COMP_WORDS[1]} in\n" + flags + "  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\ncomplete -o filenames -F _attest attest\n";
}

int run_manual(const Args&) {
  std::fputs(manual_page().c_str(), stdout);
  return 0;
}

int run_completion(const Args&) {
  std::fputs(bash_completion().c_str(), stdout);
  return 0;
}

}  // namespace attest
