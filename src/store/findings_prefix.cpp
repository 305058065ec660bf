#include "store/pack.h"

namespace attest {

// What most bodies and findings say, in their own order, so that the first of their kind in a report costs no more than the tenth. Frozen
// with format 1: packed bytes refer into it.
std::string_view findings_prefix() {
  static constexpr std::string_view kPrefix =
      R"({"salt":"","at":"2031-05-01T12:00:00Z","how":"file","address":"https://www.","original":"sha256:","analysis":"sha256:","made_by":{"version":"0.1.0","rules":"","gazetteer":""},)"
      R"("document":{"input":".jsonl#","format":0,"delimiter":",","beside":{"url":"","title":"","outlet":"","published":""}}})"
      R"({"salt":"","kind":"accept","why":"","at":{"report":"sha256:","span":[],"quote":"","prefix":"","suffix":""},"read":"","slots":[{"name":"effect","value":"killed"},{"name":"low","value":""},)"
      R"({"name":"high","value":""},{"name":"point","value":""},{"name":"modifier","value":"exact"},{"name":"victims","value":""},{"name":"status","value":"unknown"},{"name":"groups","value":""},)"
      R"({"name":"condition","value":""},{"name":"place","value":""},{"name":"country","value":""},{"name":"admin1","value":""},{"name":"latitude","value":""},{"name":"longitude","value":""},)"
      R"({"name":"precision","value":""},{"name":"start","value":""},{"name":"end","value":""},{"name":"as_of","value":""},{"name":"unit","value":"persons"},{"name":"measure","value":"event"},)"
      R"({"name":"perpetrator","value":""},{"name":"means","value":""},{"name":"source","value":""},{"name":"certainty","value":"reported"},{"name":"background","value":"false"},{"name":"part_of","value":""}]})"
      R"({"report":{"id":"sha256:","input":"","url":"https://www.","title":"","outlet":"","byline":"","published":"20","language":"en"},"findings":{"dates":{"published":"20","published_from":"metadata",)"
      R"("reference":"20","all":[{"value":"20","from":"metadata"},{"value":"20","from":"dateline","span":[]},{"value":"20","from":"text","span":[]}],"dateline":""},"claims":[)"
      R"({"id":"c1","span":[],"sentence":[],"effect":"killed","count":{"span":[],"low":,"high":,"point":,"modifier":"exact"},"victims":{"span":[],"text":"people","status":"civilian","groups":["children","women"],)"
      R"("status_basis":"stated"},"part_of":"c1","places":[""],"place_spans":[[]],"extent":"within","located":[{"name":"","country":"SY","admin1":"","latitude":35.,"longitude":36.,"precision":"settlement",)"
      R"("gazetteer":"geonames:"}],"time":{"text":"on Monday","days":{"start":"20","end":"20"},"precision":"day","span":[]},"as_of":"20","as_of_basis":"report_day","unit":"persons","measure":"event",)"
      R"("perpetrators":[{"span":[],"text":"","tie":"","certainty":"alleged","asserted_by":""}],"means":"airstrike","attribution":[{"text":"","cue":"said","span":[],"entity":"","kind":"monitor","told":"","rule":"","named":true}],)"
      R"("hedges":[{"span":[],"text":"at least","type":"reportedly","by":"outlet"}],"certainty":"reported","origin_certainty":"reported","background":false,"rule":"killed.passive","confidence":0.9},)"
      R"({"id":"c2","span":[],"sentence":[],"effect":"wounded","count":{"span":[],"low":,"modifier":"at_least"},"victims":{"span":[],"status":"unknown"},"extent":"within","time":{"days":{"start":"20","end":"20"},)"
      R"("precision":"day"},"unit":"persons","measure":"event","means":"","certainty":"asserted","origin_certainty":"asserted","background":false,"rule":"","confidence":0.8}],)"
      R"("totals":[{"effect":"killed","low":,"high":,"point":,"claims":["c1"],"incident":"main"}],"unquantified":[],"denials":[{"id":"d1","span":[],"by":"","type":"act","of":"c1"}],)"
      R"("other_harm":[{"id":"h1","span":[],"type":"attack","attribution":[]}],"quotes":[{"id":"q1","span":[],"kind":"direct","speaker":"","speaker_canonical":"","cue":"said","source_span":[],"cue_span":[],)"
      R"("chain":[{"text":"","cue":"said","span":[],"entity":"","kind":"government","told":"","rule":"","named":false}]},{"id":"q2","span":[],"kind":"indirect","speaker":"","cue":"said","source_span":[],"cue_span":[]}],)"
      R"("statements":[{"id":"s1","span":[],"cue":[],"actor":"","actor_span":[],"act":"condemn","target":"","topic":""}],"mentions":[{"span":[],"type":"place","canonical":"","located":{"name":"","country":"SY","admin1":"",)"
      R"("latitude":34.,"longitude":37.,"precision":"settlement","gazetteer":"geonames:"},"adjective":false,"part_of_name":false},{"span":[],"type":"organisation","entity":"","canonical":"","adjective":false,"part_of_name":false},)"
      R"({"span":[],"type":"date","timex":{"type":"DATE","value":"20","days":{"start":"20","end":"20"}},"adjective":false,"part_of_name":false},{"span":[],"type":"quantity","adjective":false,"part_of_name":false},)"
      R"({"span":[],"type":"person","canonical":"","adjective":false,"part_of_name":false},{"span":[],"type":"place","canonical":"Syria","located":{"name":"Syria","country":"SY","latitude":35,"longitude":38,)"
      R"("precision":"country","gazetteer":"iso:SY"},"adjective":true,"part_of_name":false}],"naming":[{"span":[],"referent":"government:","name":"","own_voice":true,"device":"label","tone":"neutral"}]},)"
      R"("anchors":[{"span":[],"quote":"","prefix":"","suffix":""},{"span":[],"quote":"","prefix":"","suffix":""},{"span":[],"quote":"","prefix":"","suffix":""}]})";
  return kPrefix;
}

}  // namespace attest
