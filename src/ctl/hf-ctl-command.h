#pragma once

#include "hf-ctl-say.h"
#include "hf-store.h"

G_BEGIN_DECLS

/* What was typed: the database, which may stand before the command or behind it, and the
 * command's own arguments, its name first. */
typedef struct
{
  char *database; /* NULL: not named */
  int argc;
  char **argv;
} HfCtlCall;

/* A command of the program. */
typedef struct
{
  const char *name;
  const char *parameters; /* as the help shows them */
  const char *summary;    /* marked for translation with N_() */
  int n_arguments;        /* beside the options */
  int n_optional;         /* of them, at the end, may be left out */
  HfCtlStatus (*run) (HfCtlCall *call);
} HfCtlCommand;

extern const HfCtlCommand hf_ctl_calendar;
extern const HfCtlCommand hf_ctl_calling_rules;
extern const HfCtlCommand hf_ctl_check;
extern const HfCtlCommand hf_ctl_figures;
extern const HfCtlCommand hf_ctl_import;
extern const HfCtlCommand hf_ctl_imports;
extern const HfCtlCommand hf_ctl_init;
extern const HfCtlCommand hf_ctl_report;
extern const HfCtlCommand hf_ctl_undo;

gboolean hf_ctl_command_parse (const HfCtlCommand *self, HfCtlCall *call,
                               const GOptionEntry *entries, HfCtlStatus *status);
HfStore *hf_ctl_command_open (const HfCtlCall *call, HfStoreOpenMode mode, HfCtlStatus *status);

G_END_DECLS
