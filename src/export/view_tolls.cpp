#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "export/view_context.h"
#include "export/words.h"

namespace attest {
namespace {

constexpr std::string_view kFewer = "fewer than 5";

// The number as the first of its claims words it, where the figure alone would hide a vague word.
std::string wording(const ViewContext& context, const Reading& r) {
  if (r.count.modifier != Modifier::kVague || r.claims.empty()) return {};
  const Claim* c = context.claim(r.claims.front());
  if (!c || !c->count || c->count->span.empty()) return {};
  return plain(context.redactor.passage(r.claims.front().report, c->count->span));
}

const Reading* find(const Toll& toll, const std::string& id) {
  const auto it = std::find_if(toll.readings.begin(), toll.readings.end(), [&](const Reading& r) { return r.id == id; });
  return it == toll.readings.end() ? nullptr : &*it;
}

// Builds the view of one toll; holds whether its numbers may be shown.
class TollView {
 public:
  TollView(ViewContext& context, const Toll& toll, std::string anchor)
      : context_(context), toll_(toll) {
    out_.anchor = std::move(anchor);
    for (const auto& r : toll.readings) small_ += hidden(r);
    coarse_ = small_ > 0 && small_ == toll.readings.size();
  }

  ViewToll build() {
    out_.scope = context_.scope_of(toll_);
    out_.heading = toll_heading(toll_.effect, out_.scope, context_.redactor.is_shared());
    out_.mixed = toll_.scope == "part" || toll_.scope == "part: single people";
    out_.effect = name(toll_.effect);
    out_.coarse = coarse_;
    order_origins();
    for (const auto& r : toll_.readings) out_.readings.push_back(reading(r));
    std::stable_sort(out_.readings.begin(), out_.readings.end(), [](const ViewReading& a, const ViewReading& b) {
      return std::tuple(a.origin_order, a.as_of ? a.as_of : a.stated_on) <
             std::tuple(b.origin_order, b.as_of ? b.as_of : b.stated_on);
    });
    for (const auto& e : toll_.estimates) out_.estimates.push_back(estimate(e));
    out_.counts = counts();
    out_.origins_least = toll_.origins_min, out_.origins_most = std::max(toll_.origins_max, toll_.origins_count);
    out_.happened = happened();
    out_.how_many = how_many();
    for (const auto& o : toll_.overruled) out_.overruled.push_back({o.what, overruled_words(o), {}});
    return std::move(out_);
  }

 private:
  // By name; what has no source comes last.
  void order_origins() {
    for (const auto& r : toll_.readings)
      if (!r.origin.empty()) out_.origins.push_back(context_.source_name(r.origin));
    std::sort(out_.origins.begin(), out_.origins.end());
    out_.origins.erase(std::unique(out_.origins.begin(), out_.origins.end()), out_.origins.end());
    if (std::any_of(toll_.readings.begin(), toll_.readings.end(), [](const Reading& r) { return r.origin.empty(); }))
      out_.origins.emplace_back();
  }

  bool hidden(const Reading& r) const { return context_.redactor.is_shared() && small_cell(context_, toll_, r); }
  std::string figure(const Reading& r) const { return hidden(r) ? std::string(kFewer) : count_words(r.count); }
  std::string origin(const Reading& r) const { return r.origin.empty() ? "no source given" : context_.source_name(r.origin); }
  std::string reading_anchor(const Reading& r) const { return out_.anchor + "-" + r.id; }

  // A figure that decided and stands in another toll of the incident: the civilians among the dead, say.
  std::optional<ViewLink> of_another_toll(const std::string& id) const {
    for (const auto& incident : context_.dossier.incidents) {
      const auto& tolls = incident.tolls;
      if (std::none_of(tolls.begin(), tolls.end(), [&](const Toll& t) { return &t == &toll_; })) continue;
      for (std::size_t t = 0; t < tolls.size(); ++t)
        if (const Reading* r = find(tolls[t], id)) {
          const bool few = context_.redactor.is_shared() && small_cell(context_, tolls[t], *r);
          const std::string anchor = out_.anchor.substr(0, out_.anchor.rfind("-t") + 2) + std::to_string(t + 1) + "-" + id;
          return ViewLink{(few ? std::string(kFewer) : count_words(r->count)) + " " + tail(tolls[t]) + ", " + origin(*r), anchor};
        }
    }
    return std::nullopt;
  }
  std::string tail(const Toll& t) const {
    const std::string heading = toll_heading(t.effect, context_.scope_of(t), context_.redactor.is_shared());
    const auto colon = heading.find(": ");
    return colon == std::string::npos ? spaced(name(t.effect)) : heading.substr(colon + 2);
  }

  ViewReading reading(const Reading& r) {
    ViewReading out;
    out.id = r.id;
    out.anchor = reading_anchor(r);
    out.figure = figure(r);
    if (!hidden(r)) {
      out.words = wording(context_, r);
      out.low = r.count.low, out.high = r.count.high, out.point = r.count.point;
    }
    out.as_of = r.as_of, out.stated_on = r.stated_on;
    out.origin = r.origin.empty() ? std::string() : context_.source_name(r.origin);
    out.origin_order = static_cast<int>(std::find(out_.origins.begin(), out_.origins.end(), out.origin) - out_.origins.begin());
    out.status = r.status, out.note = context_.redactor.label(note_words(r.note));
    out.certainty = certainty_words(r.certainty), out.interest = interest_words(r.interest);
    out.change = change_words_of(r.change);
    out.chain = chain(r);
    const auto first = first_report(r);
    std::map<std::uint32_t, int> seen;
    for (const auto& ref : r.claims) {
      const bool again = seen[ref.report]++ > 0;
      auto& to = ref.report == first ? out.evidence : out.relays;
      to.push_back(context_.claim_link(ref, (again ? std::string(kAgainThere) : context_.report_label(ref.report)) + other_words(r, ref)));
    }
    for (const auto report : r.relayed_by)
      if (seen[report]++ == 0) out.relays.push_back(context_.report_link(report));
    if (const Reading* before = find(toll_, r.supersedes)) out.supersedes = figure(*before);
    for (const auto& id : r.derived_from)
      if (const Reading* part = find(toll_, id)) out.derived_from.push_back(figure(*part));
    out.latest = std::find(toll_.latest.begin(), toll_.latest.end(), r.id) != toll_.latest.end();
    return out;
  }

  // " (“some 90”)": how a report words the figure that it repeats, where it says something else.
  std::string other_words(const Reading& r, const ClaimRef& ref) const {
    const Claim* c = context_.claim(ref);
    if (!c || !c->count || hidden(r) || count_words(*c->count) == count_words(r.count)) return {};
    return " (“" + std::string(c->count->span.in(context_.analyses[ref.report].report.text)) + "”)";
  }

  // Through whom the reports have it: the agency or outlet that an origin spoke to.
  std::string chain(const Reading& r) const {
    std::vector<std::string> out;
    for (const auto& ref : r.claims) {
      const Claim* c = context_.claim(ref);
      for (std::size_t i = 0; c && i + 1 < c->attribution.size(); ++i) {
        const Source& link = c->attribution[i];
        if (!link.named || link.entity.empty() || link.entity == r.origin) continue;
        std::string name = context_.source_name(link.entity);
        if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
      }
    }
    std::string text;
    for (const std::string& name : out) text += (text.empty() ? "via " : ", ") + name;
    const std::string items = footage(r);
    return text + (text.empty() || items.empty() ? "" : "; ") + items;
  }

  // "on “photos taken by activists”": footage that the origin tells of.
  std::string footage(const Reading& r) const {
    for (const auto& ref : r.claims) {
      const Claim* c = context_.claim(ref);
      if (!c || c->attribution.size() < 2 || c->attribution.back().kind != "media_item") continue;
      return "on “" + context_.redactor.label(c->attribution.back().text) + "”";
    }
    return {};
  }

  static std::string note_words(const std::string& note) {
    static constexpr std::string_view kNames = "names only: ";
    if (note.rfind(kNames, 0) != 0) return note;
    return "it counts only these: " + spaced(note.substr(kNames.size())) + "; its origin counts no others";
  }

  // The report that gave a figure first: the earliest day, then the order of its claims.
  std::uint32_t first_report(const Reading& r) const {
    if (r.claims.empty()) return 0;
    const auto day = [&](const ClaimRef& c) {
      return c.report < context_.analyses.size() ? context_.analyses[c.report].findings.dates.reference : std::nullopt;
    };
    const ClaimRef* first = &r.claims.front();
    for (const auto& c : r.claims)
      if (day(c) && (!day(*first) || *day(c) < *day(*first))) first = &c;
    return first->report;
  }

  // The sentence of the reading in use that holds a number of the estimate.
  std::string sentence_with(const Estimate& e, const std::optional<std::int64_t>& n) {
    if (!n) return {};
    for (const auto& id : e.used)
      if (const Reading* r = find(toll_, id);
          r && !r->claims.empty() && (r->count.low == n || r->count.point == n || r->count.high == n))
        return context_.claim_link(r->claims.front(), "").anchor;
    return {};
  }

  ViewEstimate estimate(const Estimate& e) {
    ViewEstimate out;
    out.policy = e.policy, out.title = policy_title(e.policy), out.note = e.note;
    if (!coarse_) out.low = e.low, out.best = e.best, out.high = e.high, out.sides = sides(e);
    if (!coarse_) out.low_at = sentence_with(e, e.low), out.best_at = sentence_with(e, e.best), out.high_at = sentence_with(e, e.high);
    if (small_ > 0 && !coarse_) blur(out);
    for (const auto& id : e.used)
      if (const Reading* r = find(toll_, id)) out.used.push_back({figure(*r) + ", " + origin(*r), reading_anchor(*r)});
      else if (auto link = of_another_toll(id)) out.used.push_back(std::move(*link));
    for (const auto& aside : e.set_aside) {
      const Reading* r = find(toll_, aside.reading);
      if (r)
        out.set_aside.push_back(
            {figure(*r), origin(*r), reading_anchor(*r), context_.redactor.label(reason_words(aside.reason))});
    }
    return out;
  }

  // Beside larger numbers a small one is told as "1 to 4": as such it stands at the ends, and gives no best.
  static void blur(ViewEstimate& out) {
    const auto small = [](const std::optional<std::int64_t>& n) { return n && *n > 0 && *n < 5; };
    if (small(out.low)) out.low = 1, out.low_at.clear();
    if (small(out.best)) out.best.reset(), out.best_at.clear();
    if (small(out.high)) out.high = 4, out.high_at.clear();
    out.sides.clear();
    out.note += (out.note.empty() ? "" : "; ") + std::string("numbers under 5 of a special group are told as 1 to 4 in a shared output");
  }

  // "superseded by r3" names a reading by what a page does not show.
  std::string reason_words(const std::string& reason) const {
    static constexpr std::string_view kBy = "superseded by ";
    if (reason.rfind(kBy, 0) != 0) return reason;
    const Reading* later = find(toll_, reason.substr(kBy.size()));
    return later ? std::string(kBy) + "its later figure, " + figure(*later) : reason;
  }

  static std::string sides(const Estimate& e) {
    std::string out;
    const auto add = [&](std::string_view what, const std::optional<std::int64_t>& n) {
      if (n) out += (out.empty() ? "" : ", ") + std::string(what) + " " + number_words(*n);
    };
    add("side A", e.side_a);
    add("side B", e.side_b);
    add("civilians", e.civilians);
    add("not said who", e.unknown);
    return out;
  }

  // Says where the second origin comes from when the counts beside it, which are of figures for all, do not show it.
  std::string happened() const {
    if (out_.mixed) return {};  // of different people
    std::string out(happened_words(toll_.happened));
    if (toll_.happened != "two_or_more" || std::max(toll_.origins_count, toll_.origins_min) > 1 || out.empty()) return out;
    return "With those that give a figure for some of the people only, two or more independent origins say that it happened.";
  }

  // The grade is of the figures of the latest days alone; the counts beside it are of all that still stand.
  std::string how_many() const {
    if (out_.mixed) return "They count different people and are not set against each other.";
    const bool one = toll_.how_many == "one_origin" && toll_.origins_min > 1;
    const bool counted = std::any_of(toll_.readings.begin(), toll_.readings.end(), [&](const Reading& r) {
      return !r.origin.empty() && r.count.modifier != Modifier::kVague && std::find(toll_.latest.begin(), toll_.latest.end(), r.id) != toll_.latest.end();
    });
    if (one && !counted) return "They give vague words alone.";
    return one ? "One of them gives the latest counted figure; the others' are older or vague." : how_many_words(toll_.how_many);
  }

  std::string counts() const {
    std::string out = plural(toll_.reports_count, "report", "reports") + ", ";
    if (toll_.origins_max == 0 && toll_.origins_count == 0) return out + "no source given";
    if (toll_.origins_max > toll_.origins_min)
      return out + std::to_string(toll_.origins_min) + " to " + std::to_string(toll_.origins_max) + " independent origins";
    return out + plural(std::max(toll_.origins_count, toll_.origins_min), "independent origin", "independent origins");
  }

  ViewContext& context_;
  const Toll& toll_;
  std::size_t small_ = 0;  // how many readings are small cells
  bool coarse_ = false;    // all of them
  ViewToll out_;
};

}  // namespace

bool small_cell(const ViewContext& context, const Toll& toll, const Reading& reading) {
  if (!small_number(reading.count)) return false;
  if (!toll.scope.empty() && toll.scope != "all" && toll.scope != "civilian" && toll.scope != "combatant") return true;
  return std::any_of(reading.claims.begin(), reading.claims.end(), [&](const ClaimRef& ref) {
    const Claim* c = context.claim(ref);
    return c && (context.redactor.counts_few(*c) || context.redactor.tells_of_sexual_violence(ref.report, c->span));
  });
}

ViewToll view_toll(ViewContext& context, const Toll& toll, std::string anchor) {
  return TollView(context, toll, std::move(anchor)).build();
}

}  // namespace attest
