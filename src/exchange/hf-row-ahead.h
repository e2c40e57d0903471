#pragma once

#include "hf-row-reader.h"

G_BEGIN_DECLS

/* Rows that were read before their time, to look at, and are given out again in their order. */
typedef struct _HfRowAhead HfRowAhead;

HfRowAhead *hf_row_ahead_new (HfRowReader *reader);
void hf_row_ahead_free (HfRowAhead *self);
const HfRow *hf_row_ahead_look (HfRowAhead *self);
gboolean hf_row_ahead_next (HfRowAhead *self, HfRow *row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfRowAhead, hf_row_ahead_free)

G_END_DECLS
