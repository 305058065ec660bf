#pragma once
// The fields of the values that a case keeps, by name. Encoding and decoding both walk these lists, so what is written is what is read.
// Each list takes its value apart by a structured binding: a new member fails to compile here until it is named in its list, and a case
// can never lose it in silence. A name, once in a released format, keeps its meaning (docs/formats/case.md).
#include <concepts>
#include <type_traits>

#include "model/model.h"
#include "store/anchor.h"

namespace attest {

template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template <class V, Is<Count> T>
void visit_fields(V& v, T& x) {
  auto& [span, low, high, point, modifier] = x;
  v("span", span), v("low", low), v("high", high), v("point", point), v("modifier", modifier);
}

template <class V, Is<Victims> T>
void visit_fields(V& v, T& x) {
  auto& [span, text, status, groups, status_basis, condition, identity] = x;
  v("span", span), v("text", text), v("status", status), v("groups", groups), v("status_basis", status_basis);
  v("condition", condition), v("identity", identity);
}

template <class V, Is<Located> T>
void visit_fields(V& v, T& x) {
  auto& [name, country, admin1, latitude, longitude, precision, gazetteer] = x;
  v("name", name), v("country", country), v("admin1", admin1), v("latitude", latitude), v("longitude", longitude);
  v("precision", precision), v("gazetteer", gazetteer);
}

template <class V, Is<Interval> T>
void visit_fields(V& v, T& x) {
  auto& [start, end] = x;
  v("start", start), v("end", end);
}

template <class V, Is<TimeRef> T>
void visit_fields(V& v, T& x) {
  auto& [text, days, precision, span, rule] = x;
  v("text", text), v("days", days), v("precision", precision), v("span", span), v("rule", rule);
}

template <class V, Is<Source> T>
void visit_fields(V& v, T& x) {
  auto& [text, cue, span, entity, kind, told, rule, named, each] = x;
  v("text", text), v("cue", cue), v("span", span), v("entity", entity), v("kind", kind), v("told", told), v("rule", rule);
  v("named", named), v("each", each);
}

template <class V, Is<Hedge> T>
void visit_fields(V& v, T& x) {
  auto& [span, text, type, by] = x;
  v("span", span), v("text", text), v("type", type), v("by", by);
}

template <class V, Is<Perpetrator> T>
void visit_fields(V& v, T& x) {
  auto& [span, text, tie, certainty, asserted_by] = x;
  v("span", span), v("text", text), v("tie", tie), v("certainty", certainty), v("asserted_by", asserted_by);
}

template <class V, Is<Alternative> T>
void visit_fields(V& v, T& x) {
  auto& [slot, value, why] = x;
  v("slot", slot), v("value", value), v("why", why);
}

template <class V, Is<Claim> T>
void visit_fields(V& v, T& x) {
  auto& [id, span, sentence, effect, count, victims, part_of, places, place_spans, place_rule, extent, located, time, as_of, as_of_basis, unit,
         measure, perpetrators, means, attribution, hedges, certainty, origin_certainty, background, rule, alternatives, confidence] = x;
  v("id", id), v("span", span), v("sentence", sentence), v("effect", effect), v("count", count), v("victims", victims);
  v("part_of", part_of), v("places", places), v("place_spans", place_spans), v("place_rule", place_rule), v("extent", extent), v("located", located);
  v("time", time), v("as_of", as_of), v("as_of_basis", as_of_basis), v("unit", unit), v("measure", measure);
  v("perpetrators", perpetrators), v("means", means), v("attribution", attribution), v("hedges", hedges);
  v("certainty", certainty), v("origin_certainty", origin_certainty), v("background", background), v("rule", rule);
  v("alternatives", alternatives), v("confidence", confidence);
}

template <class V, Is<Total> T>
void visit_fields(V& v, T& x) {
  auto& [effect, low, high, point, claims, incident] = x;
  v("effect", effect), v("low", low), v("high", high), v("point", point), v("claims", claims), v("incident", incident);
}

template <class V, Is<Quote> T>
void visit_fields(V& v, T& x) {
  auto& [id, span, kind, speaker, speaker_canonical, cue, source_span, cue_span, chain] = x;
  v("id", id), v("span", span), v("kind", kind), v("speaker", speaker), v("speaker_canonical", speaker_canonical);
  v("cue", cue), v("source_span", source_span), v("cue_span", cue_span), v("chain", chain);
}

template <class V, Is<Denial> T>
void visit_fields(V& v, T& x) {
  auto& [id, span, by, type, of] = x;
  v("id", id), v("span", span), v("by", by), v("type", type), v("of", of);
}

template <class V, Is<OtherHarm> T>
void visit_fields(V& v, T& x) {
  auto& [id, span, type, attribution] = x;
  v("id", id), v("span", span), v("type", type), v("attribution", attribution);
}

template <class V, Is<Statement> T>
void visit_fields(V& v, T& x) {
  auto& [id, span, cue, actor, actor_span, actor_canonical, actor_entity, actor_role, actor_organisation, act, detail, strength, target,
         target_span, topic, date, place, venue, due, amount, currency, quote, relayed_by, rule] = x;
  v("id", id), v("span", span), v("cue", cue), v("actor", actor), v("actor_span", actor_span), v("actor_canonical", actor_canonical);
  v("actor_entity", actor_entity), v("actor_role", actor_role), v("actor_organisation", actor_organisation), v("act", act);
  v("detail", detail), v("strength", strength), v("target", target), v("target_span", target_span), v("topic", topic);
  v("date", date), v("place", place), v("venue", venue), v("due", due), v("amount", amount), v("currency", currency);
  v("quote", quote), v("relayed_by", relayed_by), v("rule", rule);
}

template <class V, Is<Timex> T>
void visit_fields(V& v, T& x) {
  auto& [type, value, days] = x;
  v("type", type), v("value", value), v("days", days);
}

template <class V, Is<Mention> T>
void visit_fields(V& v, T& x) {
  auto& [span, type, entity, canonical, located, timex, adjective, part_of_name] = x;
  v("span", span), v("type", type), v("entity", entity), v("canonical", canonical), v("located", located), v("timex", timex);
  v("adjective", adjective), v("part_of_name", part_of_name);
}

template <class V, Is<NamingUse> T>
void visit_fields(V& v, T& x) {
  auto& [span, referent, name, own_voice, speaker, device, tone, marker] = x;
  v("span", span), v("referent", referent), v("name", name), v("own_voice", own_voice), v("speaker", speaker);
  v("device", device), v("tone", tone), v("marker", marker);
}

template <class V, Is<ReportDate> T>
void visit_fields(V& v, T& x) {
  auto& [value, from, span] = x;
  v("value", value), v("from", from), v("span", span);
}

template <class V, Is<ReportDates> T>
void visit_fields(V& v, T& x) {
  auto& [published, published_from, reference, all, dateline] = x;
  v("published", published), v("published_from", published_from), v("reference", reference), v("all", all);
  v("dateline", dateline);
}

template <class V, Is<Findings> T>
void visit_fields(V& v, T& x) {
  auto& [dates, claims, totals, unquantified, denials, other_harm, quotes, statements, mentions, naming, note] = x;
  v("dates", dates), v("claims", claims), v("totals", totals), v("unquantified", unquantified), v("denials", denials);
  v("other_harm", other_harm), v("quotes", quotes), v("statements", statements), v("mentions", mentions), v("naming", naming);
  v("note", note);
}

// Without the text, which a case keeps apart.
template <class V, Is<Report> T>
void visit_fields(V& v, T& x) {
  auto& [id, input, url, title, outlet, byline, published, modified, canonical, section, agency, captions, language, text] = x;
  static_cast<void>(text);
  v("id", id), v("input", input), v("url", url), v("title", title), v("outlet", outlet), v("byline", byline);
  v("published", published), v("modified", modified), v("canonical", canonical), v("section", section), v("agency", agency);
  v("captions", captions), v("language", language);
}

template <class V, Is<Caption> T>
void visit_fields(V& v, T& x) {
  auto& [text, image] = x;
  v("text", text), v("image", image);
}

template <class V, Is<Beside> T>
void visit_fields(V& v, T& x) {
  auto& [url, title, outlet, byline, published, modified, language, charset] = x;
  v("url", url), v("title", title), v("outlet", outlet), v("byline", byline), v("published", published);
  v("modified", modified), v("language", language), v("charset", charset);
}

// Without the bytes, which are the original.
template <class V, Is<RawDocument> T>
void visit_fields(V& v, T& x) {
  auto& [input, format, bytes, columns, delimiter, beside, where] = x;
  static_cast<void>(bytes);
  v("input", input), v("format", format), v("columns", columns), v("delimiter", delimiter), v("beside", beside);
  v("where", where);
}

template <class V, Is<MadeBy> T>
void visit_fields(V& v, T& x) {
  auto& [version, rules, model, gazetteer] = x;
  v("version", version), v("rules", rules), v("model", model), v("gazetteer", gazetteer);
}

template <class V, Is<ClaimRef> T>
void visit_fields(V& v, T& x) {
  auto& [report, claim] = x;
  v("report", report), v("claim", claim);
}

template <class V, Is<SpanRef> T>
void visit_fields(V& v, T& x) {
  auto& [report, span] = x;
  v("report", report), v("span", span);
}

template <class V, Is<Member> T>
void visit_fields(V& v, T& x) {
  auto& [claim, why, narrower_place, score] = x;
  v("claim", claim), v("why", why), v("narrower_place", narrower_place), v("score", score);
}

template <class V, Is<LinkedIncident> T>
void visit_fields(V& v, T& x) {
  auto& [id, kind, place, places, days, members, parents, war_total, container] = x;
  v("id", id), v("kind", kind), v("place", place), v("places", places), v("days", days), v("members", members);
  v("parents", parents), v("war_total", war_total), v("container", container);
}

template <class V, Is<Dependency> T>
void visit_fields(V& v, T& x) {
  auto& [from, to, signal, evidence] = x;
  v("from", from), v("to", to), v("signal", signal), v("evidence", evidence);
}

template <class V, Is<DossierSource::Party> T>
void visit_fields(V& v, T& x) {
  auto& [name, from, to, reference] = x;
  v("name", name), v("from", from), v("to", to), v("reference", reference);
}

template <class V, Is<DossierSource> T>
void visit_fields(V& v, T& x) {
  auto& [id, name, kind, party, aliases, figures, reports] = x;
  v("id", id), v("name", name), v("kind", kind), v("party", party), v("aliases", aliases), v("figures", figures);
  v("reports", reports);
}

template <class V, Is<Origin> T>
void visit_fields(V& v, T& x) {
  auto& [source, possibly_same, with] = x;
  v("source", source), v("possibly_same", possibly_same), v("with", with);
}

template <class V, Is<Anchor> T>
void visit_fields(V& v, T& x) {
  auto& [report, span, quote, prefix, suffix] = x;
  v("report", report), v("span", span), v("quote", quote), v("prefix", prefix), v("suffix", suffix);
}

}  // namespace attest
