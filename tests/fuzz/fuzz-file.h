#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a fuzzer's target is called with; it must come back from any input. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

const char *fuzz_file_write (const guint8 *data, gsize size);

G_END_DECLS
