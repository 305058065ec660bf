#pragma once
// The case file: evidence that stands, a log that cannot change unseen, decisions that survive re-analysis. docs/formats/case.md.
#include "store/acts.h"
#include "store/add_report.h"
#include "store/apply_decisions.h"
#include "store/decisions.h"
#include "store/difference.h"
#include "store/exporting.h"
#include "store/file_lock.h"
#include "store/forget.h"
#include "store/interface.h"
#include "store/linked_incidents.h"
#include "store/memory_store.h"
#include "store/merge.h"
#include "store/page_checksum.h"
#include "store/person_ids.h"
#include "store/recorder.h"
#include "store/seal.h"
#include "store/search.h"
#include "store/secret_stream.h"
#include "store/slots.h"
#include "store/sqlite_store.h"
#include "store/verify.h"

namespace attest {

// A new case in a file, with the first entry of its log.
Result<std::unique_ptr<SqliteStore>> create_case(const std::string& path, const Recorder& recorder, const SqliteOptions& options = {});

}  // namespace attest
