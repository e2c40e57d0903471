#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The program's exit status: a contract with whoever calls it from a script. */
typedef enum
{
  HF_CTL_DONE = 0,
  HF_CTL_DONE_WITH_FINDINGS = 1, /* rows were rejected, or the check found something */
  HF_CTL_WRONG_USE = 2,
  HF_CTL_FAILED = 3, /* nothing was changed */
} HfCtlStatus;

HfCtlStatus hf_ctl_say (const char *what, const char *words, const char *advice);
HfCtlStatus hf_ctl_say_failure (const char *what, const GError *error);
HfCtlStatus hf_ctl_say_wrong_use (const char *words);
void hf_ctl_print (const char *text);

G_END_DECLS
