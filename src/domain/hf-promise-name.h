#pragma once

#include "hf-promise-rules.h"

G_BEGIN_DECLS

char *hf_promise_name_of_rule (HfPromiseTerm term, const HfPromiseRule *rule);
char *hf_promise_name (const HfPromise *promise);

G_END_DECLS
