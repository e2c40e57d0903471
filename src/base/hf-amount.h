#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Money and quantities are whole thousandths in 64 bits, so that sums are exact and equal on
 * every database. A yuan is 1000, ten tonnes are 10000. */
#define HF_AMOUNT_UNIT G_GINT64_CONSTANT (1000)

/* Not known, which is not the same as zero. */
#define HF_AMOUNT_UNKNOWN G_MININT64

gboolean hf_amount_parse (const char *text, gint64 *amount);
char *hf_amount_format (gint64 amount);
double hf_amount_to_double (gint64 amount);

G_END_DECLS
