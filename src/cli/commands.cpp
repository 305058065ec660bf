#include <array>
#include <vector>

#include "cli/case_commands.h"
#include "cli/command.h"

namespace attest {
namespace {

constexpr Flag kThreads = {"--threads", "N", "Documents read at the same time; the default is one a core. The output is the same for any number."};
constexpr Flag kGazetteer = {"--gazetteer", "FILE", "Places of your own (CSV: name,latitude,longitude,aliases,country,admin1,class,adjectives), beside those that ship.", true};
constexpr Flag kLists = {"--lists", "FILE", "Sources, actors and parties of your own, beside those that ship.", true};
constexpr Flag kMaxBytes = {"--max-bytes", "N", "Largest input read, in bytes after decompression (default 268435456)."};
constexpr Flag kField = {"--field", "NAME=COLUMN", "Where CSV columns or JSON fields hold text, html, id, url, title, outlet, byline, published or language: text=content; of JSON also a path, outlet=source.name.", true};
constexpr Flag kQuiet = {"--quiet", "", "No progress on standard error."};

constexpr std::array kAnalyzeFlags = {
    Flag{"--format", "ndjson|text", "ndjson: one JSON object a report (the analysis contract); text: for reading."}, kThreads, kGazetteer, kLists, kField, kMaxBytes, kQuiet};
constexpr Flag kPolicy = {"--policy", "ucdp|acled|ibc|two_origins", "The policy whose low, best and high are shown first (default ucdp, or the policy file's); all are computed."};
constexpr Flag kPolicyFile = {"--policy-file", "FILE", "A policy of your own (see docs/formats/policy.md), computed beside the published ones."};
constexpr Flag kAsOf = {"--as-of", "DATE", "What the figures say of this day (YYYY-MM-DD); default: the latest report's day."};
constexpr Flag kKnownBy = {"--known-by", "DATE", "Only what was published by this day."};
constexpr Flag kIncident = {"--incident", "ID", "One incident alone: its id (four or more of its characters) or its title, as `attest register` lists them."};
constexpr Flag kColumns = {"--columns", "N", "Width of text output, 80 to 200."};
constexpr std::array kRegisterFlags = {
    Flag{"--list", "incidents|questions|coverage", "incidents: a row each; questions: what is still open; coverage: who gives a figure, where and for which day."},
    Flag{"--format", "text|csv|geojson|html", "All are for sharing; html is a sheet to print for each incident. Questions and coverage: text or csv."},
    Flag{"--since", "DATE", "Instead: new reports and incidents and every number that changed since this day."},
    kPolicy, kPolicyFile, kAsOf, kKnownBy, kIncident, Flag{"--output", "FILE", "Write here instead of standard output."}, kColumns, kThreads, kGazetteer, kLists, kField, kMaxBytes, kQuiet};
constexpr std::array kPoliciesFlags = {Flag{"--check", "FILE", "Also read a policy file of your own and say what is wrong with it."}};
constexpr std::array kDossierFlags = {
    Flag{"--format", "json|text|md|html|pdf", "json and text are restricted; md, html and pdf are for sharing, with private people's names taken out. pdf needs chromium or weasyprint."},
    kPolicy, kPolicyFile, kAsOf, kKnownBy, kIncident,
    Flag{"--compare", "A B", "Instead: what changed between what was published by two days: --compare A B (text or md).", false, 2},
    Flag{"--output", "FILE", "Write here instead of standard output."},
    kColumns, kThreads, kGazetteer, kLists, kField, kMaxBytes, kQuiet};
constexpr Flag kWordsFormat = {"--format", "text|csv|json|html", "text, csv and json are restricted; html is for sharing, with private people's names taken out."};
constexpr Flag kWordsOutput = {"--output", "FILE", "Write here instead of standard output."};
constexpr std::array kStatementsFlags = {
    kWordsFormat,
    Flag{"--act", "condemn|deplore|urge|deny|accuse|admit|pledge|defend|invite|fund|sanction|lift_sanctions|mediate|investigate|warn|mourn|claim_responsibility|confirm|verify|retract|correct|other", "Only this act."},
    Flag{"--actor", "NAME", "Only actors whose name holds these words."},
    kWordsOutput, kColumns, kThreads, kGazetteer, kLists, kField, kMaxBytes, kQuiet};
constexpr std::array kNamingFlags = {kWordsFormat, kWordsOutput, kColumns, kThreads, kGazetteer, kLists, kField, kMaxBytes, kQuiet};
constexpr std::array kLinkFlags = {
    Flag{"--format", "json|dot|html", "json is restricted; dot (Graphviz) and html are for sharing: outlets and bodies only, no private people."},
    Flag{"--output", "FILE", "Write here instead of standard output."}, kThreads, kGazetteer, kLists, kField, kMaxBytes, kQuiet};
constexpr std::array kExtractFlags = {kThreads, kField, kMaxBytes, kQuiet};
constexpr std::array kFetchFlags = {
    Flag{"--output", "FILE", "Where the web archive goes: .warc, or .warc.gz for compressed records; never one that is there. Default: standard output."},
    Flag{"--earlier", "FILE", "A web archive of earlier: pages in it are asked for only if they have changed since.", true},
    Flag{"--entries", "N", "Newest entries of a feed that are fetched (default 100)."},
    Flag{"--delay", "SECONDS", "Pause between requests to one host (default 2)."},
    Flag{"--timeout", "SECONDS", "Longest time for one request (default 60)."},
    Flag{"--retries", "N", "Further tries where a server is busy or does not answer (default 2), with pauses that double."},
    Flag{"--max-bytes", "N", "Largest response (default 33554432)."},
    Flag{"--proxy", "ADDRESS", "A proxy (http://, socks5h://), which alone then sees the hosts; the environment's is not used."},
    Flag{"--user-agent", "TEXT", "The User-Agent header (default attest/VERSION). robots.txt is asked for attest whatever it says."},
    Flag{"--allow-private", "", "Fetch from loopback, private and link-local addresses too."}, kQuiet};
constexpr std::array kGazetteerFlags = {Flag{"--replace", "", "Put the file in the place of the one of the same name."}};
constexpr std::array kExplainFlags = {kGazetteer, kLists, kField, kMaxBytes};
constexpr std::array kNamesFlags = {Flag{"--pairs", "FILE", "Two spellings a line, a tab between."}};

constexpr std::array kParseFlags = {Flag{"--gold-tokens", "", "The inputs are CoNLL-U: keep their tokens and sentences, fill the other columns."},
                                    Flag{"--model", "FILE", "A model of your own."}};
constexpr std::array kTrainFlags = {
    Flag{"--treebank", "FILE", "CoNLL-U with tags, lemmas, heads and relations.", true}, Flag{"--ner", "FILE", "CoNLL-U with XPOS and NER=B-PER and so on in MISC.", true},
    Flag{"--gazetteer", "FILE", "Places that help to know names: a compiled gazetteer or a place list (.csv).", true},
    Flag{"--person-names", "FILE", "Parts of persons' names, a line each: the part, a tab, how often it was seen.", true},
    Flag{"--base", "FILE", "A model whose tagger, lemmas and parser are kept; only names are learnt."},
    Flag{"--epochs", "N", "Rounds over the data (default 12)."}, Flag{"--out", "FILE", "Where the model goes."}};

constexpr std::array kCommands = {
    Command{"analyze", "read reports; write what each says, one JSON object a report", "INPUT...",
            "Reads .txt, .md, .html, .json, .jsonl, .csv, PDF, mail, MHTML, feeds (RSS, Atom, JSON Feed), web archives (WARC, ARC, WACZ) and ZIP, plain or compressed with gzip, zstd or brotli, and folders of them; - is "
            "standard input. Keeps no state; of a case, "
            "analyses again what other rules had analysed, and lists the decisions that a person should look at. An "
            "input that cannot be read gives a line with its error, and the run goes on.",
            kAnalyzeFlags, run_analyze},
    Command{"dossier", "read reports; write one sourced, reconciled account", "INPUT...",
            "INPUT may be one case (attest new): its latest analyses, with people's decisions in effect. Groups what the reports say into incidents, works out whose figures they are and how they changed, and gives low, best and high under "
            "published policies with the readings that decided. What these reports say, not how many died.",
            kDossierFlags, run_dossier},
    Command{"register", "read reports; write the register of incidents, open questions, coverage or what is new", "INPUT...",
            "One row an incident: day, place, precision, killed, civilians, wounded, women, children, alleged responsible with their claimants, grades, reports and "
            "origins, reviewed or not. What these reports say, not how many died.",
            kRegisterFlags, run_register},
    Command{"policies", "list the policies and explain each rule with its source", "[NAME...]",
            "A policy turns what origins say into low, best and high, and says which readings decided and why each other one was set aside.", kPoliciesFlags, run_policies},
    Command{"explain", "say why the words at an offset became a claim or not", "INPUT OFFSET",
            "Prints the sentence at that code point of the report's text: its tokens and what lists and parse say of them, the numbers, the people, the words "
            "of harm, who was linked to what by which rule, what was refused and why, and the claims with all their slots. INPUT is one document; FILE#ID a record.",
            kExplainFlags, run_explain},
    Command{"statements", "read reports; write who said and decided what", "INPUT...",
            "The ledger of statements: who condemned, urged, denied, accused, pledged, invited, funded or verified what, when, where and in whose words; the same statement once, with its "
            "reports; pledges with what touches them later; and where reports contradict each other.",
            kStatementsFlags, run_statements},
    Command{"naming", "read reports; write how each outlet names things", "INPUT...",
            "Persons, governments, forces, groups and events with the words that each outlet has for them, in its own voice and in that of those it quotes; who kills and who is only killed; "
            "and what a report does not mention though it was public 24 hours before. No outlet is ranked.",
            kNamingFlags, run_naming},
    Command{"link", "read reports; write who is who, which claims speak of one incident, who depends on whom", "INPUT...",
            "Puts names and claims of many reports together, each with its reasons, and shows which reports rest on which: who names whom, shared text and "
            "quotations, agency copy, equal and added-up figures, organs of one party, informants who may be the same.",
            kLinkFlags, run_link},
    Command{"extract", "read web pages; write main text and metadata", "INPUT...", "One JSON object a page: input, url, title, byline, outlet, published, modified, canonical, section, agency, language, captions, text.",
            kExtractFlags, run_extract},
    Command{"fetch", "fetch addresses and feeds, politely; write a web archive", "ADDRESS...",
            "Asks for each address once and keeps request and response as they were sent (WARC 1.1); of a feed its entries too, of an outline (OPML, also a file) "
            "its feeds; a text file may list addresses, one a line. Obeys robots.txt, pauses between requests to one host, follows redirects, and never connects "
            "to an address that is not public. No cookies. The host sees that you ask, when, and from which address, and so does who watches the line; with "
            "--proxy the proxy is seen instead. Then: attest analyze FILE.warc.gz.",
            kFetchFlags, run_fetch},
    Command{"numbers", "read lines; write the numbers in each", "FILE", "One JSON list a line of the file, with the fields of a claim's count; offsets from the line's start.",
            {}, run_numbers},
    Command{"names", "compare two spellings of names", "", "One score from 0 to 1 a line: how surely both write the same name; 0.5 and above means the same.",
            kNamesFlags, run_names},
    Command{"gazetteer", "add places that every later run reads; list or remove them", "WHAT...",
            "attest gazetteer add FILE...: a CSV (name,latitude,longitude,aliases,country,admin1,class,adjectives) or a country dump of GeoNames (SY.txt); "
            "attest gazetteer list; attest gazetteer remove NAME... They are kept in $ATTEST_PLACES, else in ~/.local/share/attest/places; an analysis says in "
            "made_by.gazetteer which it read.",
            kGazetteerFlags, run_gazetteer},
    Command{"parse", "tag and parse English text; write CoNLL-U", "INPUT...", "Tokens, lemmas, UPOS, XPOS, heads and relations by Universal Dependencies; names as NER=B-PER "
            "(PER, ORG, LOC, NORP) in MISC. Reads UTF-8 text.", kParseFlags, run_parse},
    Command{"train", "train the syntax model", "WHAT", "attest train syntax --treebank FILE... --ner FILE... --out FILE: the same inputs give the same bytes.", kTrainFlags, run_train},
    Command{"manual", "print the manual page (roff)", "", "attest manual | man -l -", {}, run_manual},
    Command{"completion", "print the completion script for bash", "", "attest completion > /usr/share/bash-completion/completions/attest", {}, run_completion},
};

}  // namespace

std::span<const Command> commands() {
  static const std::vector<Command> all = [] {
    std::vector<Command> out(kCommands.begin(), kCommands.end());
    out.insert(out.end(), case_commands().begin(), case_commands().end());
    return out;
  }();
  return all;
}

}  // namespace attest
