#pragma once
// The values handed between steps, their JSON and their dump. No logic: a step computes, a model only holds.
#include "model/decisions.h"
#include "model/dossier.h"
#include "model/findings.h"
#include "model/json.h"
#include "model/parse.h"
#include "model/report.h"
#include "model/tokens.h"
