#include "store/secret_stream.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace attest {
namespace {

constexpr std::size_t kPiece = 64 << 10;
constexpr std::size_t kAdded = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::string_view kSealedMagic = "ATTSEAL1";

unsigned char* raw(std::string& s) { return reinterpret_cast<unsigned char*>(s.data()); }
const unsigned char* raw(std::string_view s) { return reinterpret_cast<const unsigned char*>(s.data()); }

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// A file that is written whole and then takes its name, or leaves nothing.
class NewFile {
 public:
  static Result<NewFile> open(const std::string& path) {
    NewFile out;
    out.path_ = path;
    out.draft_ = path + ".new-" + std::to_string(::getpid());
    const int fd = ::open(out.draft_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return Error{"unreadable", std::string("cannot be written: ") + std::strerror(errno), path};
    out.file_.reset(::fdopen(fd, "wb"));
    return out;
  }
  NewFile(NewFile&&) = default;
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile() {
    if (!file_) return;
    file_.reset();
    ::unlink(draft_.c_str());
  }
  void write(std::string_view bytes) { whole_ = whole_ && std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size(); }
  Result<void> finish() {
    whole_ = whole_ && std::fflush(file_.get()) == 0 && ::fsync(::fileno(file_.get())) == 0;
    if (whole_) {
      file_.reset();
      whole_ = ::link(draft_.c_str(), path_.c_str()) == 0;
      const int number = errno;
      ::unlink(draft_.c_str());
      if (whole_) return {};
      return Error{number == EEXIST ? "exists" : "unreadable", number == EEXIST ? "there is something of this name already" : std::strerror(number), path_};
    }
    return Error{"disk_full", "could not be written whole; nothing was kept", path_};
  }

 private:
  NewFile() = default;
  std::string path_, draft_;
  File file_;
  bool whole_ = true;
};

Error unreadable(const std::string& path) { return {errno == ENOENT ? "not_found" : "unreadable", std::strerror(errno), path}; }
Error changed(const std::string& path) { return {"bad_archive", "does not open with this key, or was changed or cut", path}; }

std::size_t read_piece(std::FILE* file, std::string& into, std::size_t size) {
  into.resize(size);
  into.resize(std::fread(into.data(), 1, size, file));
  return into.size();
}

bool at_end(std::FILE* file) {
  const int c = std::fgetc(file);
  if (c != EOF) std::ungetc(c, file);
  return c == EOF;
}

}  // namespace

Result<std::string> file_start(const std::string& path, std::size_t size) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return unreadable(path);
  std::string out;
  if (read_piece(file.get(), out, size) != size) return changed(path);
  return out;
}

Result<void> encrypt_file(const std::string& from, const std::string& to, std::string_view head, std::string_view key) {
  const File in(std::fopen(from.c_str(), "rb"));
  if (!in) return unreadable(from);
  auto out = NewFile::open(to);
  if (!out) return out.error();
  crypto_secretstream_xchacha20poly1305_state state;
  std::string header(kHeader, '\0'), piece, packed;
  crypto_secretstream_xchacha20poly1305_init_push(&state, raw(header), raw(key));
  out->write(head);
  out->write(header);
  for (bool last = false; !last;) {
    read_piece(in.get(), piece, kPiece);
    last = at_end(in.get());
    packed.resize(piece.size() + kAdded);
    const unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
    crypto_secretstream_xchacha20poly1305_push(&state, raw(packed), nullptr, raw(piece), piece.size(), raw(head), head.size(), tag);
    out->write(packed);
  }
  if (std::ferror(in.get())) return Error{"unreadable", "could not be read whole", from};
  return out->finish();
}

Result<void> decrypt_file(const std::string& from, const std::string& to, std::size_t head_size, std::string_view key) {
  const File in(std::fopen(from.c_str(), "rb"));
  if (!in) return unreadable(from);
  std::string head, header, piece, plain;
  if (read_piece(in.get(), head, head_size) != head_size || read_piece(in.get(), header, kHeader) != kHeader) return changed(from);
  crypto_secretstream_xchacha20poly1305_state state;
  if (crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(header), raw(key)) != 0) return changed(from);
  auto out = NewFile::open(to);
  if (!out) return out.error();
  unsigned char tag = 0;
  do {
    if (read_piece(in.get(), piece, kPiece + kAdded) < kAdded) return changed(from);
    plain.resize(piece.size() - kAdded);
    if (crypto_secretstream_xchacha20poly1305_pull(&state, raw(plain), nullptr, &tag, raw(piece), piece.size(), raw(head), head.size()) != 0) return changed(from);
    out->write(plain);
  } while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL);
  if (!at_end(in.get())) return changed(from);
  return out->finish();
}

Result<void> seal_file(const std::string& from, const std::string& to, std::string_view public_key) {
  if (sodium_init() < 0) return Error{"unsupported", "no source of randomness", ""};
  std::string box_key(crypto_box_PUBLICKEYBYTES, '\0'), key(crypto_secretstream_xchacha20poly1305_KEYBYTES, '\0'), sealed(crypto_box_SEALBYTES + key.size(), '\0');
  if (public_key.size() != crypto_sign_PUBLICKEYBYTES || crypto_sign_ed25519_pk_to_curve25519(raw(box_key), raw(public_key)) != 0)
    return Error{"unsupported", "is no key that a file can be encrypted to", "--recipient"};
  crypto_secretstream_xchacha20poly1305_keygen(raw(key));
  crypto_box_seal(raw(sealed), raw(key), key.size(), raw(box_key));
  return encrypt_file(from, to, std::string(kSealedMagic) + sealed, key);
}

Result<void> open_sealed_file(const std::string& from, const std::string& to, std::string_view public_key, std::string_view secret_key) {
  if (sodium_init() < 0) return Error{"unsupported", "no source of randomness", ""};
  std::string key(crypto_secretstream_xchacha20poly1305_KEYBYTES, '\0'), box_public(crypto_box_PUBLICKEYBYTES, '\0'), box_secret(crypto_box_SECRETKEYBYTES, '\0');
  const std::size_t sealed_size = crypto_box_SEALBYTES + key.size();
  const auto head = file_start(from, kSealedMagic.size() + sealed_size);
  if (!head) return head.error();
  if (!head->starts_with(kSealedMagic)) return Error{"unsupported", "is no sealed export of Attest", from};
  if (secret_key.size() != crypto_sign_SECRETKEYBYTES || crypto_sign_ed25519_pk_to_curve25519(raw(box_public), raw(public_key)) != 0 ||
      crypto_sign_ed25519_sk_to_curve25519(raw(box_secret), raw(secret_key)) != 0)
    return Error{"unsupported", "holds no secret key", "--key"};
  if (crypto_box_seal_open(raw(key), raw(std::string_view(*head)) + kSealedMagic.size(), sealed_size, raw(box_public), raw(box_secret)) != 0) return changed(from);
  return decrypt_file(from, to, head->size(), key);
}

}  // namespace attest
