#include "store/pack.h"

namespace attest {

// What most kept incidents say, as findings_prefix() for findings. Not frozen: what is linked is made again where this changes
// (kLinksForm in pipeline/case_account.cpp).
std::string_view links_prefix() {
  static constexpr std::string_view kPrefix =
      R"x({"id":"unnamed-police@","name":"police, unnamed ()","kind":"police","figures":1,"reports":1},)x"
      R"x({"id":"unnamed-medical@","name":"a hospital, unnamed ()","kind":"medical","figures":2,"reports":2},)x"
      R"x({"id":"unnamed-government@","name":"a government, unnamed ()","kind":"government","figures":4,)x"
      R"x("reports":3},{"id":"unnamed-military@","name":"an army, unnamed ()","kind":"military","figures":4,)x"
      R"x("reports":3},{"id":"unnamed-activist@","name":"activists, unnamed ()","kind":"activist","figures":12,)x"
      R"x("reports":11},{"id":"unnamed-witness@","name":"a witness, unnamed ()","kind":"witness","figures":6,)x"
      R"x("reports":5},{"id":"unnamed-other@","name":"somebody, unnamed ()","kind":"other","figures":3,)x"
      R"x("reports":3},{"id":"unnamed-monitor@","name":"a monitor, unnamed ()","kind":"monitor","figures":14,)x"
      R"x("reports":8},{"id":"unnamed-outlet@","name":"an outlet, unnamed ()","kind":"outlet","figures":32,)x"
      R"x("reports":20},{"id":"un","name":"","kind":"international","figures":9,"reports":7},)x"
      R"x({"id":"state-media","name":"state media","kind":"outlet","figures":10,"reports":10},{"id":"","name":"",)x"
      R"x("kind":"monitor","figures":41,"reports":33},{"id":"p-","name":"","kind":"other","figures":3,"reports":1})x"
      R"x({"incident":{"id":"i","kind":"airstrike","place":{"name":"","country":"","latitude":35,"longitude":38,)x"
      R"x("precision":"country","gazetteer":"iso:"},"places":[{"name":"","country":"","admin1":"","latitude":33.5,)x"
      R"x("longitude":36.4,"precision":"district","gazetteer":"geo:33.50000,36.40000"},{"name":"","country":"",)x"
      R"x("admin1":"","latitude":36.1,"longitude":37.1,"precision":"province","gazetteer":"admin1:"}],)x"
      R"x("days":{"start":"2031-02-16","end":"2031-02-22"},"members":[{"claim":{"report":0,"claim":"c1"},)x"
      R"x("why":["date","place","means","source","figure","shared text","first"],"narrower_place":true,)x"
      R"x("score":5.7},{"claim":{"report":1,"claim":"u1"},"why":["date","place","means","sentence","report"],)x"
      R"x("narrower_place":false,"score":5.4}],"war_total":true,"container":true},"same_as":[0,1,2,3])x"
      R"x({"incident":{"id":"i","kind":"ground_fighting","place":{"name":"","country":"","admin1":"",)x"
      R"x("latitude":36.2,"longitude":37.1,"precision":"settlement","gazetteer":"geonames:"},"places":[{"name":"",)x"
      R"x("country":"","admin1":"","latitude":36.2,"longitude":37.1,"precision":"settlement",)x"
      R"x("gazetteer":"geonames:"}],"days":{"start":"2031-04-28","end":"2031-04-28"},)x"
      R"x("members":[{"claim":{"report":0,"claim":"c1"},"why":["first"],"narrower_place":false,"score":0},)x"
      R"x({"claim":{"report":0,"claim":"u1"},"why":["place","date","means","report"],"narrower_place":false,)x"
      R"x("score":0},{"claim":{"report":0,"claim":"c2"},"why":["place","means","sentence","report"],)x"
      R"x("narrower_place":false,"score":0},{"claim":{"report":0,"claim":"u2"},"why":["place","date","report"],)x"
      R"x("narrower_place":false,"score":0}],"war_total":false,"container":false},"same_as":[0],)x"
      R"x("origins":[{"claim":{"report":0,"claim":"c1"},"origin":{"possibly_same":false}},{"claim":{"report":0,)x"
      R"x("claim":"u1"},"origin":{"source":"unnamed-","possibly_same":true}},{"claim":{"report":0,"claim":"c2"},)x"
      R"x("origin":{"source":"","possibly_same":false}}],"sources":[{"id":"","name":"the ","kind":"government",)x"
      R"x("figures":2,"reports":2},{"id":"","name":"the ","kind":"monitor","figures":1,"reports":1}],)x"
      R"x("dependencies":[{"from":0,"to":"","signal":"shared_text","evidence":[{"report":0,"span":[106,331]},)x"
      R"x({"report":0,"span":[485,672]}]},{"from":0,"to":"","signal":"shared_quote","evidence":[{"report":0,)x"
      R"x("span":[107,201]}]},{"from":0,"to":"unnamed-","signal":"named","evidence":[{"report":0,"span":[330,)x"
      R"x(342]}]}]})x"
      R"x({"incident":{"id":"i","kind":"killings","days":{"start":"2031-03-06","end":"2031-03-12"},)x"
      R"x("members":[{"claim":{"report":0,"claim":"u1"},"why":["first"],"narrower_place":false,"score":0}],)x"
      R"x("war_total":false,"container":false},"same_as":[0],"origins":[{"claim":{"report":0,"claim":"u1"},)x"
      R"x("origin":{"possibly_same":false}}]})x"
      R"x({"incident":{"id":"i","kind":"shelling","place":{"name":"","country":"","latitude":35,"longitude":38,)x"
      R"x("precision":"country","gazetteer":"iso:"},"places":[{"name":"","country":"","latitude":35,"longitude":38,)x"
      R"x("precision":"country","gazetteer":"iso:"}],"days":{"start":"2031-04-09","end":"2031-04-09"},)x"
      R"x("members":[{"claim":{"report":0,"claim":"c1"},"why":["first"],"narrower_place":false,"score":0}],)x"
      R"x("war_total":false,"container":false},"same_as":[0],"origins":[{"claim":{"report":0,"claim":"c1"},)x"
      R"x("origin":{"source":"","possibly_same":false}}],"sources":[{"id":"","name":"","kind":"monitor",)x"
      R"x("figures":1,"reports":1}],"dependencies":[{"from":0,"to":"","signal":"named","evidence":[{"report":0,)x"
      R"x("span":[205,225]}]}]})x";
  return kPrefix;
}

}  // namespace attest
