#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program can do, as somebody may look for it. */
typedef struct
{
  const char *context; /* of the label; NULL for none */
  const char *label;   /* not yet translated */
  const char *icon;
  const char *page;   /* where it is done, NULL for anywhere */
  const char *action; /* NULL where it is to show the page */
  const char *keys;   /* an accelerator, NULL for none */
} HfFindCommand;

const HfFindCommand *hf_find_commands (gsize *n_commands);
const char *hf_find_command_label (const HfFindCommand *self);
gboolean hf_find_command_matches (const HfFindCommand *self, const char *typed);

G_END_DECLS
