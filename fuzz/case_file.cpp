// A case from a stranger: its bytes with page checksums set right, so that what lies behind them is reached, through every reading path.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "store/store.h"

namespace {

// One file a process, in memory where the machine has such a place.
const std::string& scratch() {
  static const std::string path = std::string(::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") + "/attest-fuzz-" + std::to_string(::getpid());
  return path;
}

void read_all(attest::CaseReader& reader) {
  using namespace attest;
  static_cast<void>(verify_case(reader));
  static_cast<void>(active_decisions(reader));
  static_cast<void>(search_case(reader, {"people kill*", "", "", "", Effect::kKilled, {}, 20}));
  static_cast<void>(reader.incidents([&](const IncidentRow& row) { static_cast<void>(read_links(row)); return true; }));
  static_cast<void>(reader.reports([&](const ReportRow& row) {
    static_cast<void>(read_document(reader, row));
    static_cast<void>(latest_maker(reader, row));
    return true;
  }));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attest;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.size() < 2 * kPageSize || bytes.size() > 64 * kPageSize) return 0;
  bytes.resize(bytes.size() / kPageSize * kPageSize);
  for (std::size_t page = 0; page < bytes.size() / kPageSize; ++page) set_page_checksum(bytes.data() + page * kPageSize, static_cast<std::uint32_t>(page) + 1);
  for (const char* tail : {"", "-wal", "-shm"}) ::unlink((scratch() + tail).c_str());
  std::ofstream(scratch(), std::ios::binary) << bytes;
  const auto store = SqliteStore::open(scratch(), {0, "", false});
  if (!store) return 0;
  if (auto reader = (*store)->read()) read_all(**reader);
  return 0;
}
