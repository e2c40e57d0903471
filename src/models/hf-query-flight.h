#pragma once

#include "hf-query-fetch.h"

G_BEGIN_DECLS

/* A question to the store that is under way. */
typedef struct _HfQueryFlight HfQueryFlight;

/* @error is NULL where the question is answered. */
typedef void (*HfQueryLandedFunc) (gpointer owner, HfQueryFetch *fetch, const GError *error);

HfQueryFlight *hf_query_flight_start (HfStore *store, HfQueryFetch *fetch,
                                      HfQueryLandedFunc landed, gpointer owner);
void hf_query_flight_cancel (HfQueryFlight *self);

G_END_DECLS
