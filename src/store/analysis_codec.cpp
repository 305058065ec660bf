#include "store/analysis_codec.h"

#include "store/decode.h"
#include "store/encode.h"

namespace attest {

namespace {

struct Stored {
  Report report;
  Findings findings;
  std::vector<Anchor> anchors;
};

template <class V, Is<Stored> T>
void visit_fields(V& v, T& x) {
  auto& [report, findings, anchors] = x;
  v("report", report), v("findings", findings), v("anchors", anchors);
}

Error broken(std::string what, const std::string& where) { return {"broken", std::move(what), where}; }

bool between_characters(std::string_view text, std::uint32_t at) {
  return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

// Walks every span of the findings; false where one leaves the text or cuts a character.
class SpanCheck {
 public:
  explicit SpanCheck(std::string_view text) : text_(text) {}
  bool ok() const { return ok_; }

  template <class T>
  void operator()(const char*, const T& x) { look(x); }

 private:
  void look(const Span& s) {
    // An empty span stands for none; its offset means nothing.
    if (!s.empty() && !(s.end <= text_.size() && between_characters(text_, s.begin) && between_characters(text_, s.end))) ok_ = false;
  }
  template <class T>
  void look(const std::optional<T>& x) {
    if (x) look(*x);
  }
  template <class T>
  void look(const std::vector<T>& list) {
    for (const auto& x : list) look(x);
  }
  void look(const std::string&) {}
  void look(const Date&) {}
  template <class T>
  void look(const T& x) {
    if constexpr (std::is_class_v<T>) visit_fields(*this, x);
  }

  std::string_view text_;
  bool ok_ = true;
};

}  // namespace

StoredText store_analysis(const Analysis& analysis) {
  Stored stored{analysis.report, analysis.findings, anchors_of(analysis)};
  for (auto& anchor : stored.anchors) anchor.report.clear();  // all of this one
  return {analysis.report.text, encode(stored)};
}

Result<Analysis> read_analysis(const StoredText& stored, const std::string& where) {
  if (find_invalid_utf8(stored.text) != std::string_view::npos) return broken("text is not UTF-8", where);
  auto read = decode<Stored>(stored.findings, where);
  if (!read) return read.error();
  SpanCheck spans(stored.text);
  visit_fields(spans, std::as_const(read->findings));
  if (!spans.ok()) return broken("a span leaves the text", where);
  for (const auto& anchor : read->anchors)
    if (anchor.span.end > stored.text.size() || anchor.span.in(stored.text) != anchor.quote)
      return broken("bytes " + std::to_string(anchor.span.begin) + " to " + std::to_string(anchor.span.end) + " of the text are not the words that were read there", where);
  Analysis out;
  out.report = std::move(read->report);
  out.report.text = stored.text;
  out.findings = std::move(read->findings);
  return out;
}

std::string analysis_hash(const StoredText& stored) {
  return sha256_id(std::to_string(stored.text.size()) + "\n" + stored.text + stored.findings);
}

std::string claim_json(const Claim& claim) { return encode(claim); }
Result<Claim> read_claim(std::string_view json, const std::string& where) { return decode<Claim>(json, where); }

}  // namespace attest
