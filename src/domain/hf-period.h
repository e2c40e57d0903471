#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The days that figures are counted over, both ends included; NULL is without an end. */
typedef struct
{
  char *from;
  char *to;
} HfPeriod;

HfPeriod *hf_period_new (const char *from, const char *to);
HfPeriod *hf_period_copy (const HfPeriod *self);
void hf_period_free (HfPeriod *self);
gboolean hf_period_contains (const HfPeriod *self, const char *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfPeriod, hf_period_free)

G_END_DECLS
