#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace attest::syntax {

// The file of a model (docs/formats/syntax-model.md): "ATTSYN01", the checksum of all that follows (XXH3, 64 bits), the number of sections, then for each
// a name of 16 bytes, offset and size, then the sections' bytes, each at a multiple of 64. Little-endian. Reading checks everything; a
// truncated, changed or foreign file is refused.
struct Section {
  std::string name;
  std::string bytes;
};

std::string write_model_file(const std::vector<Section>& sections);

// Views into `bytes`, which must outlive it.
class ModelFile {
 public:
  static Result<ModelFile> read(std::string_view bytes, const std::string& path);
  // The section's bytes; an error where it is not there or not a multiple of `unit` bytes long.
  Result<std::string_view> section(std::string_view name, std::size_t unit = 1) const;
  std::uint64_t checksum() const { return checksum_; }

 private:
  std::vector<std::pair<std::string_view, std::string_view>> sections_;
  std::string path_;
  std::uint64_t checksum_ = 0;
};

}  // namespace attest::syntax
