#include "model/json_parts.h"

#include "model/dossier.h"

namespace attest {

void JsonParts::span(Span s) { out.field("begin", points.from_byte(s.begin)).field("end", points.from_byte(s.end)); }

void JsonParts::span_with_text(Span s) {
  span(s);
  out.field("text", s.in(text));
}

void JsonParts::optional_span(const char* key, const std::optional<Span>& s) {
  out.key(key);
  if (!s) {
    out.null();
    return;
  }
  out.begin_object();
  span_with_text(*s);
  out.end_object();
}

void JsonParts::statement(const Statement& s) {
  out.field("id", s.id);
  span_with_text(s.span);
  text_or_null(out, "actor", s.actor);
  text_or_null(out, "actor_canonical", s.actor_canonical);
  text_or_null(out, "actor_entity", s.actor_entity);
  text_or_null(out, "actor_role", s.actor_role);
  text_or_null(out, "actor_organisation", s.actor_organisation);
  out.field("act", s.act);
  text_or_null(out, "detail", s.detail);
  text_or_null(out, "strength", s.strength);
  text_or_null(out, "target", s.target);
  text_or_null(out, "topic", s.topic);
  date_or_null(out, "date", s.date);
  text_or_null(out, "place", s.place);
  text_or_null(out, "venue", s.venue);
  text_or_null(out, "due", s.due);
  out.key("amount");
  if (s.amount) {
    out.begin_object().key("value").value(*s.amount, 2);
    text_or_null(out, "currency", s.currency);
    out.end_object();
  } else {
    out.null();
  }
  out.field("quote", s.quote).key("relayed_by").begin_array();
  for (const auto& source : s.relayed_by) out.value(source.text);
  out.end_array();
  text_or_null(out, "rule", s.rule);
}

void text_or_null(JsonWriter& out, std::string_view key, std::string_view value) {
  out.key(key);
  if (value.empty()) out.null();
  else out.value(value);
}

void date_or_null(JsonWriter& out, std::string_view key, const std::optional<Date>& value) { text_or_null(out, key, value ? value->iso() : ""); }

void number_or_null(JsonWriter& out, std::string_view key, const std::optional<std::int64_t>& value) { out.key(key).value(value); }

void located_value(JsonWriter& out, const std::optional<Located>& located) {
  if (!located) {
    out.null();
    return;
  }
  out.begin_object().field("name", located->name);
  text_or_null(out, "country", located->country);
  text_or_null(out, "admin1", located->admin1);
  out.key("latitude").value(located->latitude, 5).key("longitude").value(located->longitude, 5);
  text_or_null(out, "precision", name(located->precision));
  text_or_null(out, "gazetteer", located->gazetteer);
  out.end_object();
}

void made_by_value(JsonWriter& out, const MadeBy& made_by) {
  out.begin_object();
  text_or_null(out, "version", made_by.version);
  text_or_null(out, "rules", made_by.rules);
  text_or_null(out, "model", made_by.model);
  text_or_null(out, "gazetteer", made_by.gazetteer);
  out.end_object();
}

void strings(JsonWriter& out, std::string_view key, const std::vector<std::string>& values) {
  out.key(key).begin_array();
  for (const auto& value : values) out.value(value);
  out.end_array();
}

}  // namespace attest
