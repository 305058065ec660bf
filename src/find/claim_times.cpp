// When what a claim tells happened, and the day for which its figure holds (METHOD 6).
#include <algorithm>

#include "find/finders.h"

namespace attest {
namespace {

using Cue = DateScanner::Cue;
constexpr int kNear = 9;  // days before the report's own day within which a new happening lies

// A date mention as a time that a claim may have: joined with its other end, and with the words before it that change its
// meaning.
struct Time {
  Span span;                // the words, "since" and "by" included
  std::uint32_t first = 0;  // tokens of the date itself
  std::uint32_t last = 0;
  Interval days;
  std::string precision;
  std::string value;  // TIMEX3
  bool since = false;
  bool as_of = false;
  bool of_saying = false;  // "said on Monday"
  std::size_t sentence = 0;
};

std::string precision_of(const Timex& timex) {
  const auto& v = timex.value;
  if (timex.type == "DURATION" || timex.type == "SET" || v.ends_with("_REF")) return timex.days.start ? "interval" : "";
  if (v.find("-W") != std::string::npos)
    return v.ends_with("-WE") ? "interval" : v.find("XXXX") != std::string::npos ? "" : "week";
  if (v.size() >= 10 && v[4] == '-' && v[7] == '-') return "day";
  if (v.size() == 7 && v[5] >= '0' && v[5] <= '9') return "month";
  return v.size() == 4 ? "year" : timex.days.start ? "interval" : "";
}

class Dating {
 public:
  Dating(const FindInput& in, const ReportDates& dates, const std::vector<Mention>& mentions)
      : in_(in), dates_(dates), words_(in.know.place_words.at(in.tokens)) {
    collect(mentions);
  }

  std::vector<Claim> run(std::vector<Claim> claims, const std::vector<Claim>& counted) {
    find_main(counted.empty() ? claims : counted);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Claim* whole = nullptr;
      for (std::size_t j = 0; j < i && claims[i].part_of && !whole; ++j)
        if (claims[j].id == *claims[i].part_of) whole = &claims[j];
      date(claims[i], whole);
    }
    return claims;
  }

 private:
  const Tokens& tokens() const { return in_.tokens; }
  std::string_view norm(std::uint32_t i) const { return tokens().norm(i); }
  std::size_t sentence_of(const Claim& claim) const { return tokens().sentence_of(tokens().token_at(claim.span.begin)); }

  void collect(const std::vector<Mention>& mentions) {
    for (const auto& mention : mentions) {
      if (!mention.timex || !mention.timex->days.start || mention.timex->type == "SET") continue;
      if (is_report_day(mention.span)) continue;
      Time time;
      time.span = mention.span;
      time.days = mention.timex->days;
      time.precision = precision_of(*mention.timex);
      time.value = mention.timex->value;
      time.first = static_cast<std::uint32_t>(tokens().token_at(mention.span.begin));
      time.last = static_cast<std::uint32_t>(tokens().token_at(mention.span.end - 1)) + 1;
      time.sentence = tokens().sentence_of(time.first);
      if (bare_number(time)) continue;
      if (!times_.empty() && joins(times_.back(), time)) continue;
      if (read_before(time)) times_.push_back(std::move(time));
    }
  }

  // "2015" with no word before that leads to a time is something else: a file's name, a post's stamp, how many saw a page ("Views
  // 1430"). A name leads to no time, and nobody reports of whom the Middle Ages killed.
  bool bare_number(const Time& time) const {
    if (time.precision != "year" || time.last - time.first != 1 || tokens().tokens[time.first].kind != TokenKind::kNumber)
      return false;
    constexpr int kFirstYear = 1500;
    if (time.days.start->days() < Date::make(kFirstYear, 1, 1)->days()) return true;
    if (time.first == tokens().sentences[time.sentence].first) return true;
    const Token& before = tokens().tokens[time.first - 1];
    const bool opens = time.first - 1 == tokens().sentences[time.sentence].first;  // "In 2015, …"
    return before.kind != TokenKind::kWord || (before.capital && !opens);
  }

  bool is_report_day(Span span) const {
    return std::any_of(dates_.all.begin(), dates_.all.end(),
                       [&](const ReportDate& d) { return d.span && *d.span == span && !dates_.published_from.empty(); });
  }

  // "March 8-9", "from Thursday to Saturday", "between 6 and 8 March": one period.
  bool joins(Time& before, const Time& time) const {
    if (before.sentence != time.sentence || time.first < before.last || time.first - before.last > 1) return false;
    if (!before.days.start || !time.days.end || *time.days.end < *before.days.start || before.precision != time.precision)
      return false;
    if (time.first == before.last) return false;
    const auto word = norm(before.last);
    const bool dash = word == "-" || word == "\u2013" || word == "\u2014" || word == "to" || word == "through" || word == "until";
    const bool open =
        before.first > 0 && (norm(before.first - 1) == "between" || norm(before.first - 1) == "from" || before.since);
    if (!dash && !(word == "and" && (open || time.days.start->days() - before.days.end->days() == 1))) return false;
    before.days.end = time.days.end;
    before.span.end = time.span.end;
    before.last = time.last;
    before.precision = "interval";
    before.since = before.as_of = false;
    return true;
  }

  // "the deadliest attack since the 1980s" says nothing of when.
  bool compares(const Time& time, std::uint32_t since) const {
    const auto& sentence = tokens().sentences[time.sentence];
    for (std::uint32_t i = since; i > sentence.first && since - i < 14; --i)
      if (in_.know.dates.cue_at(Cue::kSuperlative, tokens(), i - 1) > 0) return true;
    return false;
  }

  // Reads the words before a date; false where the date is none that a claim may have.
  bool read_before(Time& time) {
    const auto& sentence = tokens().sentences[time.sentence];
    std::uint32_t at = time.first;
    const auto cue = [&](Cue kind) {
      for (std::uint32_t back = 1; back <= 3 && at >= sentence.first + back; ++back)
        if (in_.know.dates.cue_at(kind, tokens(), at - back) == back) return back;
      return 0u;
    };
    if (cue(Cue::kAhead) > 0 || ahead_of(time, sentence.first)) return false;
    if (cue(Cue::kBegan) > 0 && says_war(time.sentence) && (!war_since_ || *time.days.start < *war_since_))
      war_since_ = time.days.start;
    const auto from = next_is_open(time) ? cue(Cue::kFrom) : 0;
    if (const auto n = from > 0 ? from : cue(Cue::kSince)) {
      if (compares(time, at - n)) return false;
      time.since = true;
      time.span.begin = tokens().tokens[at - n].span.begin;
    } else if (const auto m = cue(Cue::kAsOf)) {
      time.as_of = true;
      time.span.begin = tokens().tokens[at - m].span.begin;
    }
    if (at > sentence.first && (norm(at - 1) == "on" || norm(at - 1) == "late" || norm(at - 1) == "early")) --at;
    if (at > sentence.first && (in_.know.dates.cue_at(Cue::kSaid, tokens(), at - 1) > 0)) time.of_saying = true;
    else if (at > sentence.first + 1 && in_.know.dates.cue_at(Cue::kSaid, tokens(), at - 2) > 0 &&
             tokens().tokens[at - 1].capital)
      time.of_saying = true;  // "told AFP on Sunday"
    else if (in_.know.dates.cue_at(Cue::kSaid, tokens(), time.last) > 1)
      time.of_saying = true;  // "on Sunday claimed responsibility for"
    return true;
  }

  // "a day after the raids": the day hangs on a happening, which is not the one dated before.
  bool hangs(const Time& time) const { return norm(time.last - 1) == "after" || norm(time.last - 1) == "before"; }

  // Phrases of more than three words.
  bool ahead_of(const Time& time, std::uint32_t first) const {
    for (std::uint32_t back = 4; back <= 7 && time.first >= first + back; ++back)
      if (in_.know.dates.cue_at(Cue::kAhead, tokens(), time.first - back) == back) return true;
    return false;
  }

  bool says_war(std::size_t sentence) const {
    const auto& s = tokens().sentences[sentence];
    return std::any_of(words_.begin() + s.first, words_.begin() + s.last,
                       [](const PlaceWord& w) { return w.is(PlaceRole::kWar); });
  }

  bool next_is_open(const Time& time) const {
    return time.last >= tokens().size() || norm(time.last) == "on" || norm(time.last) == "onwards";
  }

  // The time in the claim's sentence that governs it; nullptr where there is none.
  const Time* governing(const Claim& claim) const {
    const auto first = tokens().token_at(claim.span.begin);
    const auto last = tokens().token_at(claim.span.end - 1) + 1;
    const auto sentence = tokens().sentence_of(first);
    const Time* best = nullptr;
    std::size_t best_cost = 0;
    for (const auto& time : times_) {
      if (time.sentence != sentence || of_what_was_before(time, last)) continue;
      const std::size_t cost = distance(time, first, last) + (time.of_saying ? 1000 : 0);
      if (!best || cost < best_cost) best = &time, best_cost = cost;
    }
    return best;
  }

  // "The massacres came after rebels attacked posts on March 6": the day is not that of the massacres.
  bool of_what_was_before(const Time& time, std::size_t last) const {
    for (auto i = last; i < time.first; ++i)
      if (in_.know.dates.cue_at(Cue::kSequence, tokens(), static_cast<std::uint32_t>(i)) > 0) return true;
    return false;
  }

  std::size_t distance(const Time& time, std::size_t first, std::size_t last) const {
    std::size_t gap = 0;
    if (time.last <= first) gap = first - time.last + 2;
    else if (time.first >= last) gap = time.first - last + 1;
    const std::size_t from = std::min<std::size_t>(time.last, last), to = std::max<std::size_t>(time.first, first);
    for (std::size_t i = from; i < to; ++i) {
      const auto word = norm(static_cast<std::uint32_t>(i));
      if (word == ";" || word == "since" || word == "after" || word == "when" || word == "where" || word == "while" ||
          word == "but")
        gap += 12;
      if (word == ",") gap += 3;
    }
    return gap;
  }

  // The happening that the report is about: the first new claim with a day of its own near the report's; where days are only
  // those of sayings, the report's own day.
  void find_main(const std::vector<Claim>& claims) {
    const bool published = dates_.reference && !dates_.published_from.empty();
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Time* time = claims[i].background ? nullptr : governing(claims[i]);
      if (!time || time->of_saying) continue;
      if (main_) continue;
      if (tells_event(*time)) main_ = Event{time->days, time->precision}, told_ = true;
      else if ((time->since || vague(*time)) && published && i < 3)
        main_ = Event{{std::nullopt, dates_.reference}, "interval"};  // it goes on for days
    }
    for (const auto& time : times_)  // the longest that the report says the violence has gone on
      if (time.since && time.days.start && near_reference(time.days) && (!campaign_ || *time.days.start < *campaign_))
        campaign_ = time.days.start;
    if (main_) return;
    const auto first = std::find_if(times_.begin(), times_.end(),
                                    [&](const Time& t) { return t.precision == "day" && !t.of_saying && tells_event(t); });
    if (first != times_.end() && (!published || first->sentence <= 3)) main_ = Event{first->days, first->precision};
    else if (published) main_ = Event{{dates_.reference, dates_.reference}, "day"};
  }

  bool tells_event(const Time& time) const {
    return !time.since && !time.as_of && time.days.start && near_reference(time.days) && !vague(time) && !hangs(time);
  }
  // "in recent days", "over the past weeks": nobody says how many.
  static bool vague(const Time& time) { return time.value.ends_with("_REF") || time.value.starts_with("PX"); }

  // `whole`: the claim that this one is a part of, already dated.
  void date(Claim& claim, const Claim* whole) {
    const Time* time = governing(claim);
    if (time && time->of_saying && main_ && !claim.background) time = nullptr;
    const Time* before = !time && !told_ && !claim.background && !lasting(claim.effect) ? told_before(claim) : nullptr;
    if (before) {
      set(claim, *before);
      claim.time.rule = "sentence_before";
    } else if (!time && whole) {
      claim.time = whole->time;
      claim.time.rule = "of_total";
    } else if (time) {
      set(claim, *time);
      claim.time.rule = time->of_saying ? "saying" : "sentence";
      if (!claim.background && tells_event(*time) && claim.measure == Measure::kEvent)
        event_ = Event{time->days, time->precision};
    } else {
      inherit(claim);
    }
    hold(claim, governing(claim));
  }

  void set(Claim& claim, const Time& time) const {
    claim.time.text = std::string(time.span.in(in_.text()));
    claim.time.span = time.span;
    claim.time.days = time.days;
    claim.time.precision = time.precision;
    if (vague(time)) claim.time.days.start.reset();  // "in recent days": who knows since when
    if (time.since) claim.time.days.end = dates_.reference, claim.time.precision = "interval";
    if (claim.measure == Measure::kRunningTotal && !time.as_of && dates_.reference && !near_reference(time.days))
      claim.time.days.end = dates_.reference, claim.time.precision = "interval";
    if (time.as_of) claim.time.days.start = begun_before(*time.days.end), claim.time.precision = "interval";
  }

  static bool lasting(Effect e) {
    return e == Effect::kDisplaced || e == Effect::kDetained || e == Effect::kAbducted || e == Effect::kMissing;
  }

  // Where the report's happening is told without a day: the day in one of the three sentences before.
  const Time* told_before(const Claim& claim) const {
    const auto sentence = sentence_of(claim);
    const Time* best = nullptr;
    for (const auto& time : times_)
      if (time.sentence < sentence && time.sentence + 3 >= sentence && !time.of_saying && time.precision == "day" &&
          tells_event(time))
        best = &time;
    return best;
  }

  std::optional<Date> begun_before(Date day) const {
    if (campaign_ && *campaign_ <= day) return campaign_;
    return main_ && main_->days.start && *main_->days.start <= day ? main_->days.start : std::nullopt;
  }

  // No words in the sentence: the happening last dated, else the report's. People who fled or are held did so at no told time.
  void inherit(Claim& claim) const {
    if (claim.background && war_since_ && dates_.reference && *war_since_ < *dates_.reference && says_war(sentence_of(claim)))
      claim.time = {"", {war_since_, dates_.reference}, "interval", std::nullopt, "war"};
    if (claim.background || lasting(claim.effect)) return;
    const auto& event = event_ ? event_ : main_;
    if (claim.measure != Measure::kEvent) {
      if (dates_.reference && !dates_.published_from.empty())
        claim.time = {"", {std::nullopt, dates_.reference}, "interval", std::nullopt, "ongoing"};
    } else if (event && !told_ && !event_ && goes_on(claim)) {
      claim.time = {"", {std::nullopt, dates_.reference}, "interval", std::nullopt, "ongoing"};
    } else if (event) {
      claim.time = {"", event->days, event->precision, std::nullopt,
                    event_  ? "last_event"
                    : told_ ? "report_event"
                            : "report_day"};
    }
  }

  // "mines have killed hundreds": a round number told in the perfect is of no one day.
  bool goes_on(const Claim& claim) const {
    if (!claim.count || claim.count->modifier != Modifier::kVague) return false;
    const auto first = static_cast<std::uint32_t>(tokens().token_at(claim.span.begin));
    const auto begin = tokens().sentences[tokens().sentence_of(first)].first,
               end = static_cast<std::uint32_t>(tokens().token_at(claim.span.end - 1));
    for (auto i = std::max(begin, first > 3 ? first - 3 : 0); i < end; ++i)
      if ((norm(i) == "have" || norm(i) == "has") && norm(i + 1) != "been") return true;
    return false;
  }

  bool near_reference(const Interval& days) const {
    if (!dates_.reference || !days.start) return false;
    const auto gap = dates_.reference->days() - days.start->days();
    return gap >= -1 && gap <= kNear;
  }

  // "By Saturday, … had been killed since Thursday": both hold for every figure of the sentence.
  const Time* until_in(std::size_t sentence) const {
    const auto at = std::find_if(times_.begin(), times_.end(),
                                 [&](const Time& t) { return t.sentence == sentence && t.as_of && t.days.end; });
    return at == times_.end() ? nullptr : &*at;
  }

  // "Initial tolls spoke of 70 dead" on the day of which the sentences before tell, be it only that of a saying; else on the
  // first day of the happening.
  bool hold_initial(Claim& claim) const {
    const auto index = sentence_of(claim);
    const auto first = tokens().sentences[index].first, last = static_cast<std::uint32_t>(tokens().token_at(claim.span.end - 1));
    bool initial = false;
    for (auto i = first; i <= last && !initial; ++i) initial = in_.know.dates.cue_at(Cue::kInitial, tokens(), i) > 0;
    if (!initial || claim.background) return false;
    std::optional<Date> day;
    for (const auto& time : times_)
      if (time.sentence <= index && time.sentence + 3 >= index && time.precision == "day" && tells_event(time)) day = time.days.start;
    if (!day && claim.time.days.start && near_reference(claim.time.days)) day = claim.time.days.start;
    if (!day) return false;
    claim.as_of = day;
    claim.as_of_basis = "stated";
    if (claim.time.days.start && *day < *claim.time.days.start) claim.time.days.start = day, claim.time.precision = "interval";
    return true;
  }

  // "A monitor said on Sunday that 745 had been killed": whoever tells a figure tells it as of that day, in the next sentence too,
  // which begins with the name of the one who spoke.
  bool hold_saying(Claim& claim) const {
    if (!dates_.reference || claim.background) return false;
    const auto index = sentence_of(claim);
    const Time* said = nullptr;
    for (const auto& time : times_)
      if (time.of_saying && time.precision == "day" && tells_event(time) && *time.days.end <= *dates_.reference &&
          (time.sentence == index || (time.sentence + 1 == index && goes_on_speaking(index))))
        said = &time;
    if (!said) return false;
    if (claim.time.days.start && *said->days.end < *claim.time.days.start) {
      if (claim.time.rule != "report_day") return false;
      claim.time.days = said->days;  // it had happened when it was told
    }
    claim.as_of = said->days.end;
    claim.as_of_basis = "stated";
    return true;
  }

  bool goes_on_speaking(std::size_t index) const {
    const auto &here = tokens().sentences[index], &before = tokens().sentences[index - 1];
    if (here.paragraph != before.paragraph || !tokens().tokens[here.first].capital) return false;
    bool says = false, named = false;
    for (auto i = here.first + 1; i < here.last && i < here.first + 3; ++i) says |= i < in_.parse.words.size() && in_.parse.words[i].upos == Upos::kVerb;
    for (auto i = before.first + 1; i < before.last; ++i) named |= tokens().tokens[i].capital && norm(i) == norm(here.first);
    return says && named;
  }

  // The day for which the figure holds.
  void hold(Claim& claim, const Time* time) const {
    if (const Time* until = time && time->since ? until_in(time->sentence) : nullptr;
        until && time->days.start && *time->days.start <= *until->days.end) {
      claim.time.days.end = until->days.end;
      time = until;
    }
    if (time && time->as_of && time->days.end) {
      claim.as_of = time->days.end;
      claim.as_of_basis = "stated";
      return;
    }
    if (hold_initial(claim) || hold_saying(claim)) return;
    if (!dates_.reference || dates_.published_from.empty()) return;
    const auto sentence = tokens().sentences[tokens().sentence_of(tokens().token_at(claim.span.begin))];
    bool so_far = claim.measure == Measure::kRunningTotal || claim.measure == Measure::kStock;
    for (auto i = sentence.first; i < sentence.last && !so_far; ++i) so_far = in_.know.dates.cue_at(Cue::kSoFar, tokens(), i) > 0;
    if (!so_far && !(time && time->since)) return;
    claim.as_of = dates_.reference;
    claim.as_of_basis = "report_day";
  }

  const FindInput& in_;
  const ReportDates& dates_;
  std::vector<PlaceWord> words_;
  std::vector<Time> times_;
  struct Event {
    Interval days;
    std::string precision;
  };
  std::optional<Event> event_;     // the happening last dated
  std::optional<Event> main_;      // the one that the report is about
  bool told_ = false;              // main_ has a day that the text tells for a claim
  std::optional<Date> war_since_;  // when the war began, as the report tells
  std::optional<Date> campaign_;   // since when the first "since" near the report's day counts
};

}  // namespace

std::vector<Claim> date_claims(const FindInput& in, const ReportDates& dates, const std::vector<Mention>& date_mentions,
                               std::vector<Claim> claims, const std::vector<Claim>& counted) {
  return Dating(in, dates, date_mentions).run(std::move(claims), counted);
}

}  // namespace attest
