#pragma once

#include <glib/gi18n.h>

#include "hf-ctl-say.h"
#include "hf-period.h"

G_BEGIN_DECLS

/* The options of every command that counts over a period. */
#define HF_CTL_PERIOD_ENTRIES(from, to)                                                        \
  { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Count from this day on"), N_ ("DATE") },    \
  {                                                                                            \
    "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Count up to this day"), N_ ("DATE")             \
  }

HfPeriod *hf_ctl_period_new (const char *from, const char *to, HfCtlStatus *status);

G_END_DECLS
