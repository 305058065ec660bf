#include <sqlite3.h>

#include <cstring>
#include <map>
#include <mutex>

#include "store/page_checksum.h"

namespace attest {
namespace {

// A file of this layer; the one of the layer below lies behind it in the same memory.
struct PageFile {
  sqlite3_file base;
  bool lenient;
  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

struct Layer {
  sqlite3_vfs vfs{};
  std::string name;
  sqlite3_vfs* below = nullptr;
  bool lenient = false;
  sqlite3_io_methods methods{};
};

PageFile* page_file(sqlite3_file* file) { return reinterpret_cast<PageFile*>(file); }
sqlite3_file* below(sqlite3_file* file) { return page_file(file)->below(); }
sqlite3_vfs* below(sqlite3_vfs* vfs) { return static_cast<Layer*>(vfs->pAppData)->below; }

bool is_page(int size, sqlite3_int64 at) { return size == static_cast<int>(kPageSize) && at % kPageSize == 0; }
std::uint32_t page_number(sqlite3_int64 at) { return static_cast<std::uint32_t>(at / kPageSize) + 1; }

int read_pages(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
  const int status = below(file)->pMethods->xRead(below(file), into, size, at);
  if (status != SQLITE_OK || !is_page(size, at) || page_file(file)->lenient) return status;
  return page_is_whole({static_cast<const char*>(into), kPageSize}, page_number(at)) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int write_pages(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  if (!is_page(size, at)) return below(file)->pMethods->xWrite(below(file), from, size, at);
  char page[kPageSize];
  std::memcpy(page, from, kPageSize);
  set_page_checksum(page, page_number(at));
  return below(file)->pMethods->xWrite(below(file), page, size, at);
}

int close_file(sqlite3_file* file) { return below(file)->pMethods->xClose(below(file)); }
int truncate_file(sqlite3_file* file, sqlite3_int64 size) { return below(file)->pMethods->xTruncate(below(file), size); }
int sync_file(sqlite3_file* file, int flags) { return below(file)->pMethods->xSync(below(file), flags); }
int file_size(sqlite3_file* file, sqlite3_int64* size) { return below(file)->pMethods->xFileSize(below(file), size); }
int lock_file(sqlite3_file* file, int level) { return below(file)->pMethods->xLock(below(file), level); }
int unlock_file(sqlite3_file* file, int level) { return below(file)->pMethods->xUnlock(below(file), level); }
int check_lock(sqlite3_file* file, int* out) { return below(file)->pMethods->xCheckReservedLock(below(file), out); }
int file_control(sqlite3_file* file, int op, void* arg) { return below(file)->pMethods->xFileControl(below(file), op, arg); }
int sector_size(sqlite3_file* file) { return below(file)->pMethods->xSectorSize(below(file)); }
int characteristics(sqlite3_file* file) { return below(file)->pMethods->xDeviceCharacteristics(below(file)); }
int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  return below(file)->pMethods->xShmMap(below(file), region, size, extend, out);
}
int lock_shared(sqlite3_file* file, int offset, int n, int flags) { return below(file)->pMethods->xShmLock(below(file), offset, n, flags); }
void shared_barrier(sqlite3_file* file) { below(file)->pMethods->xShmBarrier(below(file)); }
int unmap_shared(sqlite3_file* file, int remove) { return below(file)->pMethods->xShmUnmap(below(file), remove); }

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* layer = static_cast<Layer*>(vfs->pAppData);
  // Only the case itself has checksums in its pages; journals and temporary files go straight to the layer below.
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return layer->below->xOpen(layer->below, name, file, flags, out_flags);
  PageFile* own = page_file(file);
  own->base.pMethods = nullptr;
  own->lenient = layer->lenient;
  const int status = layer->below->xOpen(layer->below, name, own->below(), flags, out_flags);
  if (own->below()->pMethods != nullptr) own->base.pMethods = &layer->methods;
  return status;
}

int remove_file(sqlite3_vfs* vfs, const char* name, int sync) { return below(vfs)->xDelete(below(vfs), name, sync); }
int access_file(sqlite3_vfs* vfs, const char* name, int flags, int* out) { return below(vfs)->xAccess(below(vfs), name, flags, out); }
int full_path(sqlite3_vfs* vfs, const char* name, int size, char* out) { return below(vfs)->xFullPathname(below(vfs), name, size, out); }
int random_bytes(sqlite3_vfs* vfs, int size, char* out) { return below(vfs)->xRandomness(below(vfs), size, out); }
int sleep_for(sqlite3_vfs* vfs, int microseconds) { return below(vfs)->xSleep(below(vfs), microseconds); }
int current_time(sqlite3_vfs* vfs, double* out) { return below(vfs)->xCurrentTime(below(vfs), out); }
int current_time_64(sqlite3_vfs* vfs, sqlite3_int64* out) { return below(vfs)->xCurrentTimeInt64(below(vfs), out); }
int last_error(sqlite3_vfs* vfs, int size, char* out) { return below(vfs)->xGetLastError(below(vfs), size, out); }

sqlite3_io_methods io_methods() {
  sqlite3_io_methods m{};
  m.iVersion = 2;  // without memory mapping, which would pass by the checks
  m.xClose = close_file, m.xRead = read_pages, m.xWrite = write_pages, m.xTruncate = truncate_file, m.xSync = sync_file;
  m.xFileSize = file_size, m.xLock = lock_file, m.xUnlock = unlock_file, m.xCheckReservedLock = check_lock;
  m.xFileControl = file_control, m.xSectorSize = sector_size, m.xDeviceCharacteristics = characteristics;
  m.xShmMap = map_shared, m.xShmLock = lock_shared, m.xShmBarrier = shared_barrier, m.xShmUnmap = unmap_shared;
  return m;
}

void fill(Layer& layer) {
  layer.methods = io_methods();
  sqlite3_vfs& v = layer.vfs;
  v.iVersion = 2;
  v.szOsFile = static_cast<int>(sizeof(PageFile)) + layer.below->szOsFile;
  v.mxPathname = layer.below->mxPathname;
  v.zName = layer.name.c_str();
  v.pAppData = &layer;
  v.xOpen = open_file, v.xDelete = remove_file, v.xAccess = access_file, v.xFullPathname = full_path, v.xRandomness = random_bytes;
  v.xSleep = sleep_for, v.xCurrentTime = current_time, v.xGetLastError = last_error, v.xCurrentTimeInt64 = current_time_64;
}

}  // namespace

std::string page_checksum_layer(const std::string& base, bool lenient) {
  static std::mutex mutex;
  static std::map<std::string, Layer> layers;  // for the life of the program: SQLite keeps pointers to them
  const std::lock_guard lock(mutex);
  const std::string name = "attest-pages" + std::string(lenient ? "-lenient" : "") + (base.empty() ? "" : "-" + base);
  const auto [at, is_new] = layers.try_emplace(name);
  if (is_new) {
    at->second.name = name;
    at->second.lenient = lenient;
    at->second.below = sqlite3_vfs_find(base.empty() ? nullptr : base.c_str());
    fill(at->second);
    sqlite3_vfs_register(&at->second.vfs, 0);
  }
  return name;
}

}  // namespace attest
