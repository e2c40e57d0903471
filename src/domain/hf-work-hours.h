#pragma once

#include "hf-clock-span.h"

G_BEGIN_DECLS

#define HF_WORK_HOURS_MAX_SPANS 4

/* The hours of a working day, in their order; a day without spans is closed. */
typedef struct
{
  guint n_spans;
  HfClockSpan spans[HF_WORK_HOURS_MAX_SPANS];
} HfWorkHours;

gboolean hf_work_hours_parse (HfWorkHours *self, const char *text);
char *hf_work_hours_format (const HfWorkHours *self);

G_END_DECLS
