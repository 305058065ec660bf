// Signatures, timestamps, encryption: what holds, and what must not.
#include <fcntl.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "fixtures.h"

namespace attest {
namespace {

std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

void spill(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

TEST(Seal, KeysReadBack) {
  const SigningKey key = make_key(counting_random());
  const auto secret = read_key(key_text(key, true), "k"), open = read_key(key_text(key, false), "k");
  ASSERT_TRUE(secret && open);
  EXPECT_EQ(secret->secret, key.secret);
  EXPECT_EQ(secret->public_key, key.public_key);
  EXPECT_EQ(open->public_key, key.public_key);
  EXPECT_TRUE(open->secret.empty());
  for (const char* text : {"", "attest key 1 secret 00", "attest key 1 public zz", "ssh-ed25519 AAAA", "attest key 2 public 00"}) EXPECT_FALSE(read_key(text, "k")) << text;
}

TEST(Seal, SignatureHoldsUntilSomethingIsAdded) {
  TestRecorder who;
  MemoryStore store(new_case_info(who.recorder));
  add(store, who.recorder, new_report(report_text(22), "a.txt", 22));
  const SigningKey key = make_key(who.recorder.random), other = make_key(who.recorder.random);
  auto writer = store.write();
  ASSERT_TRUE(sign_case(**writer, who.recorder, key));
  EXPECT_FALSE(sign_case(**writer, who.recorder, {key.public_key, ""}));
  ASSERT_TRUE((*writer)->commit());
  writer->reset();
  EXPECT_EQ(problems(verified(store, {hex(key.public_key), ""})), "");
  EXPECT_NE(problems(verified(store, {hex(other.public_key), ""})), "");
  add(store, who.recorder, new_report(report_text(7), "b.txt", 7));
  EXPECT_EQ(problems(verified(store)), "");
  EXPECT_NE(problems(verified(store, {hex(key.public_key), ""})), "");  // what was added is not signed
}

TEST(Seal, ChangedSignatureFails) {
  TestRecorder who;
  MemoryStore store(new_case_info(who.recorder));
  add(store, who.recorder, new_report(report_text(22), "a.txt", 22));
  auto writer = store.write();
  const auto entry = sign_case(**writer, who.recorder, make_key(who.recorder.random));
  ASSERT_TRUE(entry);
  auto made = read_signature(**(*writer)->body(entry->seq), "");
  ASSERT_TRUE(made);
  EXPECT_TRUE(signature_holds(*made));
  for (const auto change : {&Signature::case_id, &Signature::head, &Signature::key, &Signature::signature}) {
    Signature changed = *made;
    (changed.*change)[10] = (changed.*change)[10] == '0' ? '1' : '0';
    EXPECT_FALSE(signature_holds(changed));
  }
}

// An authority of our own, made with the openssl program.
constexpr const char* kAuthority = R"(set -e
cat > a.cnf <<'EOF'
[ req ]
distinguished_name = dn
prompt = no
[ dn ]
CN = Test Authority
[ ca ]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[ tsa ]
basicConstraints = CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[ tsa_own ]
serial = ./serial
signer_cert = tsa.pem
signer_key = tsa.key
certs = ca.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
accuracy = secs:1
EOF
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -config a.cnf -extensions ca
openssl req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -config a.cnf -subj '/CN=Test Stamps'
openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem -days 2 -extfile a.cnf -extensions tsa
openssl req -x509 -newkey rsa:2048 -nodes -keyout other.key -out other.pem -days 2 -config a.cnf -extensions ca
echo 01 > serial
)";

bool shell(const ScratchFolder& folder, const std::string& script) {
  spill(folder.file("script"), script);
  return std::system(("cd '" + folder.file("") + "' && sh ./script > script.out 2>&1").c_str()) == 0;
}

TEST(Seal, TimestampOfALocalAuthority) {
  const ScratchFolder folder;
  if (!shell(folder, "openssl version")) GTEST_SKIP() << "no openssl program";
  ASSERT_TRUE(shell(folder, kAuthority)) << slurp(folder.file("script.out"));
  TestRecorder who;
  MemoryStore store(new_case_info(who.recorder));
  add(store, who.recorder, new_report(report_text(22), "a.txt", 22));
  const std::string head = (*(*store.read())->last_entry())->hash;
  const auto request = timestamp_request(head);
  ASSERT_TRUE(request);
  EXPECT_EQ(*request, *timestamp_request(head));
  spill(folder.file("head.tsq"), *request);
  ASSERT_TRUE(shell(folder, "openssl ts -reply -queryfile head.tsq -out head.tsr -config a.cnf -section tsa_own")) << slurp(folder.file("script.out"));
  const std::string answer = slurp(folder.file("head.tsr"));
  auto writer = store.write();
  EXPECT_FALSE(add_timestamp(**writer, who.recorder, answer, folder.file("other.pem")));
  EXPECT_FALSE(add_timestamp(**writer, who.recorder, answer.substr(0, 40), folder.file("ca.pem")));
  std::string changed = answer;
  changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
  EXPECT_FALSE(add_timestamp(**writer, who.recorder, changed, folder.file("ca.pem")));
  const auto kept = add_timestamp(**writer, who.recorder, answer, folder.file("ca.pem"));
  ASSERT_TRUE(kept) << kept.error().text();
  ASSERT_TRUE((*writer)->commit());
  writer->reset();
  for (const auto& [authorities, whole] : {std::pair{std::string("ca.pem"), true}, {std::string("other.pem"), false}}) {
    const auto checked = verified(store, {"", folder.file(authorities)});
    EXPECT_EQ(checked.whole(), whole) << problems(checked);
    EXPECT_EQ(checked.timestamps, 1u);
  }
  MemoryStore another(new_case_info(who.recorder));
  auto elsewhere = another.write();
  EXPECT_FALSE(add_timestamp(**elsewhere, who.recorder, answer, folder.file("ca.pem")));  // of no entry of that log
}

TEST(Lock, OpensWithItsPassphraseOnly) {
  const ScratchFolder folder;
  TestRecorder who;
  { ASSERT_TRUE(create_case(folder.file("x.case"), who.recorder)); }
  const std::string clear = slurp(folder.file("x.case"));
  ASSERT_TRUE(lock_file(folder.file("x.case"), folder.file("x.locked"), "seven tall trees"));
  const std::string locked = slurp(folder.file("x.locked"));
  EXPECT_EQ(locked.find("SQLite"), std::string::npos);
  const auto opened = SqliteStore::open(folder.file("x.locked"));
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, "locked");
  ASSERT_TRUE(unlock_file(folder.file("x.locked"), folder.file("y.case"), "seven tall trees"));
  EXPECT_EQ(slurp(folder.file("y.case")), clear);
  EXPECT_FALSE(unlock_file(folder.file("x.locked"), folder.file("z.case"), "seven tall treeS"));
  for (const std::string& bytes : {locked.substr(0, locked.size() - 1), locked + "x", locked.substr(0, 30), std::string()}) {
    spill(folder.file("bad"), bytes);
    EXPECT_FALSE(unlock_file(folder.file("bad"), folder.file("z.case"), "seven tall trees")) << bytes.size();
  }
  EXPECT_FALSE(std::filesystem::exists(folder.file("z.case")));
  EXPECT_FALSE(lock_file(folder.file("x.case"), folder.file("x.locked"), "seven tall trees"));  // never over a file
}

TEST(Lock, SealedToOnePerson) {
  const ScratchFolder folder;
  spill(folder.file("in"), std::string(200000, 'a') + "end");
  const SigningKey theirs = make_key(counting_random());
  Random random = counting_random();
  random(100);
  const SigningKey other = make_key(random);
  ASSERT_TRUE(seal_file(folder.file("in"), folder.file("out"), theirs.public_key));
  EXPECT_EQ(slurp(folder.file("out")).find("aaaa"), std::string::npos);
  ASSERT_TRUE(open_sealed_file(folder.file("out"), folder.file("back"), theirs.public_key, theirs.secret));
  EXPECT_EQ(slurp(folder.file("back")), slurp(folder.file("in")));
  EXPECT_FALSE(open_sealed_file(folder.file("out"), folder.file("no"), other.public_key, other.secret));
  EXPECT_FALSE(seal_file(folder.file("in"), folder.file("no"), "short"));
}

TEST(Originals, LeaveAsATarOfHashes) {
  const ScratchFolder folder;
  TestRecorder who;
  MemoryStore store(new_case_info(who.recorder));
  add(store, who.recorder, new_report(report_text(22), "/home/keeper/orlen/a.txt", 22));
  const int fd = ::open(folder.file("o.tar").c_str(), O_RDWR | O_CREAT | O_EXCL, 0600);
  ASSERT_GE(fd, 0);
  ASSERT_TRUE(write_originals(**store.read(), fd));
  ::close(fd);
  ASSERT_TRUE(shell(folder, "tar -xf o.tar && sha256sum originals/* | cut -c1-64 > sum && ls originals > names && cmp sum names && test -s log.jsonl && test -s captures.jsonl"))
      << slurp(folder.file("script.out"));
  ASSERT_TRUE(shell(folder, "tar -xOf o.tar captures.jsonl log.jsonl > told"));
  EXPECT_EQ(slurp(folder.file("told")).find("keeper"), std::string::npos) << slurp(folder.file("told"));
  EXPECT_NE(slurp(folder.file("told")).find("\"a.txt\""), std::string::npos) << slurp(folder.file("told"));
}

}  // namespace
}  // namespace attest
