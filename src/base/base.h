#pragma once
// The lowest layer: values and borders that every other folder uses. No knowledge of reports or of war.
#include "base/clock.h"
#include "base/date.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/json_writer.h"
#include "base/result.h"
#include "base/span.h"
#include "base/utf8.h"
