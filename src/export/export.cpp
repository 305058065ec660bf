#include "export/export.h"

namespace attest {

std::string dossier_text(const Dossier&, std::span<const Analysis>, const TextStyle&) { return {}; }
std::string dossier_markdown(const Dossier&, std::span<const Analysis>, const Lexicon&) { return {}; }
std::string analysis_text(const Analysis&, const TextStyle&) { return {}; }

}  // namespace attest
