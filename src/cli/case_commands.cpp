#include "cli/case_commands.h"

#include <array>

namespace attest {
namespace {

constexpr Flag kBy = {"--by", "ROLE", "Who does it: a role code such as editor-2, never a name (default recorder). Goes into the log."};
constexpr Flag kWait = {"--wait", "SECONDS", "How long to wait for another program that writes to the case (default 10)."};
constexpr Flag kWhy = {"--why", "TEXT", "The reason, in your words. Kept in the case beside the log, never in it."};
constexpr Flag kJson = {"--format", "text|json", "json: one object a line. Both are restricted."};
constexpr Flag kGazetteer = {"--gazetteer", "FILE", "Places of your own, beside those that ship.", true};
constexpr Flag kLists = {"--lists", "FILE", "Sources, actors and parties of your own, beside those that ship.", true};
constexpr Flag kOutput = {"--output", "FILE", "Write here instead of standard output."};

constexpr std::array kNewFlags = {kBy};
constexpr std::array kWriteFlags = {kBy, kWait};
constexpr std::array kAddFlags = {Flag{"--threads", "N", "Documents read at the same time; the default is one a core."},
                                  kGazetteer, kLists, Flag{"--max-bytes", "N", "Largest input read, in bytes after decompression (default 268435456)."},
                                  kBy, kWait, Flag{"--quiet", "", "No progress on standard error."}};
constexpr std::array kListFlags = {Flag{"--incidents", "", "Incidents instead of reports; links the case first where reports or decisions came."}, kJson, kGazetteer, kLists, kWait};
constexpr std::array kShowFlags = {Flag{"--difference", "", "What changed from the version before at the same address."}, kJson, kWait};
constexpr std::array kSearchFlags = {Flag{"--outlet", "NAME", "Only reports of this outlet."},
                                     Flag{"--place", "NAME", "Only reports with a claim of this place, province or country code."},
                                     Flag{"--source", "NAME", "Only reports with a claim by this source."},
                                     Flag{"--effect", "killed|wounded|killed_or_wounded|missing|detained|abducted|displaced|affected", "Only reports with a claim of this harm."},
                                     Flag{"--from", "DATE", "Only claims of this day (YYYY-MM-DD) or later."},
                                     Flag{"--to", "DATE", "Only claims of this day or earlier. All limits hold for one claim together."},
                                     Flag{"--limit", "N", "Most hits (default 20)."}, kJson, kWait};
constexpr std::array kExportFlags = {
    Flag{"--format", "csv|json|geojson", "One row, object or feature a figure; for sharing: private people's names and words are taken out. Default csv."},
    Flag{"--names", "dead|living", "Show names in sentences: of the dead, or of all. Needs --basis, --purpose and --recipient; logged."},
    Flag{"--basis", "published_list|family_consent|own_consent", "Why names may be shown."}, Flag{"--purpose", "TEXT", "What for."},
    Flag{"--recipient", "WHO", "For names: who gets it. For --originals: the recipient's public key file, to which they are encrypted."},
    Flag{"--originals", "", "The original bytes, with the log, encrypted to the recipient's key: restricted."},
    Flag{"--no-links", "", "Leave out the reports' addresses: what is hidden here stands in the public source."},
    kOutput, kGazetteer, kLists, kBy, kWait, Flag{"--quiet", "", "No note on standard error."}};
constexpr std::array kVerifyFlags = {Flag{"--signer", "FILE", "A public key: the log must be signed by it, to its end."},
                                     Flag{"--authorities", "FILE", "Certificates (PEM) that timestamps must lead to."}, kWait};
constexpr std::array kSignFlags = {Flag{"--key", "FILE", "The key file of attest key new."}, kBy, kWait};
constexpr std::array kTimestampFlags = {Flag{"--request", "FILE", "Write the request for the log's head here (RFC 3161)."},
                                        Flag{"--answer", "FILE", "Take in the authority's answer."},
                                        Flag{"--authorities", "FILE", "Certificates (PEM) that the answer must lead to."}, kBy, kWait};
constexpr std::array kKeyFlags = {Flag{"--key", "FILE", "For open: the secret key."}, kOutput};
constexpr std::array kDecideFlags = {Flag{"--set", "SLOT=VALUE", "For correct and grade: the right value; an empty one is unknown.", true},
                                     Flag{"--slot", "SLOT", "For accept and reject: only this part of the claim.", true},
                                     Flag{"--effect", "killed|wounded|killed_or_wounded|missing|detained|abducted|displaced|affected", "For grade: which toll (default killed)."},
                                     Flag{"--scope", "SCOPE", "For grade: which toll (default all)."},
                                     Flag{"--alleged", "NAME", "For grade standing=...: of whom."},
                                     Flag{"--alias", "WORDS", "For split-entity: the words that are somebody else."}, kWhy, kBy, kWait};
constexpr std::array kUndoFlags = {kWhy, kBy, kWait};
constexpr std::array kLogFlags = {Flag{"--act", "ACT", "Only entries of this act, such as decided."}, kJson, kWait};
constexpr std::array kForgetFlags = {Flag{"--reason", "consent_withdrawn|danger|court_order|error|other", "The class of reason: all that stays, beside hash and day."}, kBy, kWait};
constexpr std::array kSalvageFlags = {kGazetteer, kLists, kBy, kWait};
constexpr std::array kLockFlags = {Flag{"--passphrase-file", "FILE", "The passphrase stands in this file; else it is typed."}, kWait};

constexpr std::array kRows = {
    Command{"new", "make a case file", "CASE", "A case keeps originals, analyses, decisions and a log in one file (SQLite). See docs/howto/keep-a-case.md.", kNewFlags, run_new},
    Command{"add", "add reports to a case", "CASE INPUT...",
            "Reads and analyses as analyze does, and keeps the original bytes, the analysis and how they came. The same bytes again change nothing; other bytes at the same address are a new "
            "version. A printed line is on the disk.", kAddFlags, run_add},
    Command{"list", "list a case's reports or incidents", "CASE", "Number, hash, day, claims, outlet and title of each report.", kListFlags, run_list},
    Command{"show", "show a report of a case", "CASE REPORT", "REPORT is a number or the first digits of a hash. How it came, who analysed it, and what it says.", kShowFlags, run_show},
    Command{"search", "search a case's reports", "CASE WORDS...", "All words must stand; \"in quotes\" in a row; word* as a beginning. Up to 2,000 fitting reports come best first, more come newest first.",
            kSearchFlags, run_search},
    Command{"decide", "record a person's decision", "CASE WHAT TARGET...",
            "accept|correct|reject REPORT:CLAIM, set-aside REPORT, merge|split|grade INCIDENT, merge-entities A B, split-entity A --alias WORDS, delay DAYS (before which shared outputs give no place of refuge; 30 where nothing is decided), note TARGET. A decision wins over what rules "
            "read, outlives every later analysis, and is undone by undo.", kDecideFlags, run_decide},
    Command{"undo", "take a decision back", "CASE ENTRY", "Itself an entry of the log, and can be undone.", kUndoFlags, run_undo},
    Command{"log", "print a case's log", "CASE", "Each entry holds the hash of the one before. Decisions are shown with their words, which are not in the log itself: restricted.", kLogFlags, run_log},
    Command{"verify", "check all of a case", "CASE", "Reads every page, original, analysis, span and entry again. Says where something is not as it was; status 1 then.", kVerifyFlags, run_verify},
    Command{"sign", "sign a case's log", "CASE", "Signs the log's head (Ed25519): who has the public key can check that nothing before it changed.", kSignFlags, run_sign},
    Command{"timestamp", "stamp a case's log by an authority", "CASE", "Writes a request (RFC 3161) for the log's head and takes the answer in. Nothing is sent; verification needs no network.",
            kTimestampFlags, run_timestamp},
    Command{"key", "make a key; open what was sealed to it", "new|open FILE", "key new FILE writes FILE (secret) and FILE.pub. key open FILE --key SECRET opens an export sealed to it.", kKeyFlags, run_key},
    Command{"export", "write a case's figures for others", "CASE", "What these reports say, not how many died. Unreviewed figures say so in a column.", kExportFlags, run_export},
    Command{"merge", "take over another case's reports and decisions", "CASE OTHER", "Decisions that say otherwise than one here are listed, not taken over. What either has forgotten stays out.", kWriteFlags, run_merge},
    Command{"compact", "make a case file as small as it can be", "CASE", "Also makes sure that nothing removed can be read from the file.", kWriteFlags, run_compact},
    Command{"forget", "remove a report for good", "CASE REPORT", "Original, text, findings, index and the decisions that quote it go; hash, day and class of reason stay.", kForgetFlags, run_forget},
    Command{"salvage", "save what is whole of a damaged case", "CASE NEW", "Into a new case; says what is lost. Every original is checked against its hash.", kSalvageFlags, run_salvage},
    Command{"lock", "encrypt a closed case by a passphrase", "CASE FILE", "Protects a lost or seized disk or copy. It does not protect a case that is open, nor copies made before.", kLockFlags, run_lock},
    Command{"unlock", "decrypt a case", "FILE CASE", "Fails, and writes nothing, where the passphrase is another one or the file was changed.", kLockFlags, run_unlock},
};

}  // namespace

std::span<const Command> case_commands() { return kRows; }

}  // namespace attest
