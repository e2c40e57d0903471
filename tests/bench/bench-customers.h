#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BENCH_MILLION "1000000"

/* A database of so many customers, as customers.py makes it through huifangctl import. */
char *bench_customers_make (const char *folder, const char *script, const char *huifangctl,
                            const char *rows);

G_END_DECLS
