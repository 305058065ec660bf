// Reading archives and pages, in bytes a second: what the formats cost against the least that they can cost.
#include <benchmark/benchmark.h>
#include <libdeflate.h>
#include <openssl/evp.h>

#include "ingest/digest.h"
#include "ingest/ingest.h"

namespace attest {
namespace {

constexpr int kPages = 400;

// A page of the size that news sites send, most of it no report: 60 to 90 kB.
std::string page(int number) {
  std::string out = "<!DOCTYPE html><html lang='en'><head><title>Report " + std::to_string(number) + " | The Hill Post</title>";
  for (int i = 0; i < 40; ++i)
    out += "<script>var slot" + std::to_string(i * number) + "={path:'/ads/" + std::to_string(i) +
           "',size:[300,250],target:'div-" + std::to_string(i * 37) + "'};</script>";
  out += "<meta property='article:published_time' content='2031-05-06T07:08:09Z'></head><body><nav><ul>";
  for (int i = 0; i < 150; ++i)
    out += "<li class='menu-item menu-item-" + std::to_string(i) + "'><a href='/section/" + std::to_string(i) + "'>Section " +
           std::to_string(i) + "</a></li>";
  out += "</ul></nav><article class='post'><h1>Report " + std::to_string(number) + "</h1><div class='entry-content'>";
  for (int i = 0; i < 30; ++i)
    out += "<p>Shells struck the market of Marwa on day " + std::to_string(number + i) + ", and " + std::to_string(i) +
           " people were killed, the town's council said in a statement to reporters. Doctors at the only hospital told them "
           "that more wounded had been brought in.</p>";
  out += "</div></article><aside class='related'>";
  for (int i = 0; i < 120; ++i)
    out += "<div class='card card-" + std::to_string(i) + "'><a href='/n/" + std::to_string(i * number) + "'><img src='/p/" +
           std::to_string(i) + ".jpg' alt='picture'><h3>Another report of the day, number " + std::to_string(i) +
           "</h3></a><span class='date'>6 May 2031</span></div>";
  return out + "</aside><footer>The Hill Post</footer></body></html>";
}

std::string gzip_member(std::string_view bytes) {
  libdeflate_compressor* z = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_gzip_compress_bound(z, bytes.size()), '\0');
  out.resize(libdeflate_gzip_compress(z, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(z);
  return out;
}

std::string record(int number) {
  const std::string body = page(number);
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body;
  auto digest = Digest::of("sha1");
  digest->add(body);
  return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:" + std::to_string(number) +
         ">\r\nWARC-Target-URI: http://hillpost.example/" + std::to_string(number) +
         "\r\nWARC-Payload-Digest: sha1:" + base32(digest->finish()) +
         "\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

struct Archive {
  MemoryFiles files;
  std::int64_t decompressed = 0;
  Archive() {
    std::string& bytes = files.files["a.warc.gz"];
    for (int i = 0; i < kPages; ++i) {
      const std::string one = record(i);
      decompressed += static_cast<std::int64_t>(one.size());
      bytes += gzip_member(one);
    }
  }
};
const Archive& archive() {
  static const Archive made;
  return made;
}

// The floor: each member decompressed by libdeflate and digested whole, nothing read.
void archive_decompressed_and_digested(benchmark::State& state) {
  const std::string& bytes = archive().files.files.at("a.warc.gz");
  libdeflate_decompressor* z = libdeflate_alloc_decompressor();
  std::string out(4 << 20, '\0');
  for (auto _ : state)
    for (std::size_t at = 0; at < bytes.size();) {
      std::size_t used = 0;
      std::size_t made = 0;
      if (libdeflate_gzip_decompress_ex(z, bytes.data() + at, bytes.size() - at, out.data(), out.size(), &used, &made) !=
          LIBDEFLATE_SUCCESS)
        std::abort();
      unsigned char digest[EVP_MAX_MD_SIZE];
      EVP_Digest(out.data(), made, digest, nullptr, EVP_sha1(), nullptr);
      benchmark::DoNotOptimize(digest);
      at += used;
    }
  libdeflate_free_decompressor(z);
  state.SetBytesProcessed(state.iterations() * archive().decompressed);
}
BENCHMARK(archive_decompressed_and_digested);

// Records read, digests checked, payloads handed on.
void archive_records(benchmark::State& state) {
  for (auto _ : state) {
    int pages = 0;
    read_inputs({"a.warc.gz"}, archive().files, {}, {[&](const RawDocument&) { ++pages; }, [](const Skipped&) { std::abort(); }});
    if (pages != kPages) std::abort();
  }
  state.SetBytesProcessed(state.iterations() * archive().decompressed);
}
BENCHMARK(archive_records);

void extract_from_archive(benchmark::State& state) {
  for (auto _ : state)
    read_inputs({"a.warc.gz"}, archive().files, {},
                {[](RawDocument document) { benchmark::DoNotOptimize(read_report(document, {})); },
                 [](const Skipped&) { std::abort(); }});
  state.SetBytesProcessed(state.iterations() * archive().decompressed);
}
BENCHMARK(extract_from_archive);

void extract_loose_pages(benchmark::State& state) {
  MemoryFiles files;
  std::int64_t size = 0;
  for (int i = 0; i < kPages; ++i)
    size += static_cast<std::int64_t>((files.files["f/" + std::to_string(i) + ".html"] = page(i)).size());
  for (auto _ : state)
    read_inputs({"f"}, files, {},
                {[](RawDocument document) { benchmark::DoNotOptimize(read_report(document, {})); },
                 [](const Skipped&) { std::abort(); }});
  state.SetBytesProcessed(state.iterations() * size);
}
BENCHMARK(extract_loose_pages);

}  // namespace
}  // namespace attest

BENCHMARK_MAIN();
