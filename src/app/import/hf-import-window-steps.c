#include "config.h"

#include "hf-import-step-closures.h"
#include "hf-import-window-private.h"

/* What a step is called in the stack. */
static const char *const pages[HF_IMPORT_N_STEPS] = { "file",    "encoding", "headings",
                                                      "columns", "repairs",  "duplicates",
                                                      "report",  "report" };

/* One without anything to decide is passed over, forward and back. */
static gboolean
has_step (HfImportWindow *self, HfImportStep step)
{
  if (step == HF_IMPORT_STEP_ENCODING)
    return self->preview != NULL && self->preview->encoding != NULL;
  if (step == HF_IMPORT_STEP_REPAIRS)
    return self->has_repairs;
  return step != HF_IMPORT_STEP_DUPLICATES || self->has_duplicates;
}

/* Headings that were read before tell that they were read rightly. A text that is UTF-8 is no
 * accident, and neither are headings that we know; two sheets may both have them. */
static gboolean
is_sure (HfImportWindow *self, HfImportStep step)
{
  const HfImportPreview *preview = self->preview;
  if (step == HF_IMPORT_STEP_ENCODING)
    return preview->remembered_at > 0 || g_strcmp0 (preview->found_encoding, "UTF-8") == 0;
  return step == HF_IMPORT_STEP_HEADINGS
         && (preview->remembered_at > 0 || preview->profile_is_loaded
             || (preview->n_found > 0 && preview->header_row == 1
                 && (preview->sheets == NULL || g_strv_length (preview->sheets) == 1)));
}

/* The next step at which something is to be decided, as far as the columns. */
static HfImportStep
find_step (HfImportWindow *self, HfImportStep from)
{
  while (from < HF_IMPORT_STEP_COLUMNS && (!has_step (self, from) || is_sure (self, from)))
    from++;
  return from;
}

/* What can be decided anew; an import that was done is undone instead. */
static guint
list_open_steps (HfImportWindow *self)
{
  guint open = 0;
  for (HfImportStep i = 0; i < self->step && self->step != HF_IMPORT_STEP_RESULT; i++)
    if (has_step (self, i))
      open |= 1u << i;
  return open;
}

static void
show_buttons (HfImportWindow *self)
{
  gboolean goes_on = self->step < HF_IMPORT_STEP_CHECK && self->preview != NULL;
  gboolean is_done = self->step == HF_IMPORT_STEP_RESULT;
  gtk_button_set_label (self->next, hf_import_words_next (self->step));
  gtk_widget_set_visible (GTK_WIDGET (self->next), goes_on);
  gtk_widget_set_visible (GTK_WIDGET (self->do_import), self->step == HF_IMPORT_STEP_CHECK);
  gtk_widget_set_visible (self->undo, is_done && self->has_good);
  gtk_widget_set_visible (self->done, is_done);
  gtk_widget_set_visible (self->unknown, self->step == HF_IMPORT_STEP_COLUMNS);
  gtk_widget_set_visible (self->bar, goes_on || self->step >= HF_IMPORT_STEP_CHECK);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next",
                                 self->step != HF_IMPORT_STEP_COLUMNS
                                     || hf_import_columns_is_complete (self->columns));
}

/* Enter goes on, unless something must be chosen first or there is nowhere to go. */
static void
focus (HfImportWindow *self)
{
  GtkWidget *next = GTK_WIDGET (self->next);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (self->step == HF_IMPORT_STEP_FILE)
    next = self->choose;
  else if (self->step == HF_IMPORT_STEP_CHECK && self->has_good)
    next = GTK_WIDGET (self->do_import);
  else if (self->step == HF_IMPORT_STEP_RESULT)
    next = self->done;
  if (gtk_widget_get_visible (next))
    gtk_widget_grab_focus (next);
  if (self->step != HF_IMPORT_STEP_COLUMNS)
    return;
  hf_import_values_focus_unknown (self->values);
  hf_import_columns_focus_missing (self->columns);
}

/**
 * hf_import_window_show_step:
 * @self: the window
 * @step: a step
 *
 * Goes to a step. What was found behind it is found anew.
 */
void
hf_import_window_show_step (HfImportWindow *self, HfImportStep step)
{
  self->step = step;
  self->has_repairs &= step >= HF_IMPORT_STEP_REPAIRS;
  self->has_duplicates &= step >= HF_IMPORT_STEP_DUPLICATES;
  gtk_stack_set_visible_child_name (self->stack, pages[step]);
  hf_import_path_set_step (self->path, step, list_open_steps (self));
  gtk_widget_set_visible (self->back,
                          step != HF_IMPORT_STEP_FILE && step != HF_IMPORT_STEP_RESULT);
  show_buttons (self);
  focus (self);
}

/**
 * hf_import_window_show_looked:
 * @self: the window, with a file that was looked at
 *
 * Goes on from a file that was chosen just now, as far as nothing is to be decided; where one
 * was looked at anew, stays at the step that asked for it, unless the person was faster.
 */
void
hf_import_window_show_looked (HfImportWindow *self)
{
  gboolean stays = self->asked_at != HF_IMPORT_STEP_FILE && !self->goes_on;
  self->goes_on = FALSE;
  hf_import_window_show_step (self,
                              stays ? self->asked_at : find_step (self, self->asked_at + 1));
}

/**
 * hf_import_window_show_work:
 * @self: the window
 * @step: the step to which it goes
 *
 * Shows how far the work is that a step needs.
 */
void
hf_import_window_show_work (HfImportWindow *self, HfImportStep step)
{
  gtk_stack_set_visible_child_name (self->stack, "work");
  hf_import_path_set_step (self->path, step, 0);
  gtk_widget_set_visible (self->back, FALSE);
  gtk_widget_set_visible (self->bar, FALSE);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfImportWindow *self = HF_IMPORT_WINDOW (widget);
  HfImportStep step = self->step;
  if (!gtk_widget_get_visible (self->back))
    return;
  do
    step--;
  while (step > HF_IMPORT_STEP_FILE && !has_step (self, step));
  hf_import_window_say (self, NULL);
  hf_import_window_show_step (self, step);
}

/**
 * hf_import_window_go_to:
 * @self: the window
 * @step: a step that was there before
 *
 * Goes back to a step.
 */
void
hf_import_window_go_to (HfImportWindow *self, guint step)
{
  hf_import_window_say (self, NULL);
  hf_import_window_show_step (self, step);
}

static void
go_on (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfImportWindow *self = HF_IMPORT_WINDOW (widget);
  if (self->preview == NULL || self->watch != NULL)
    return;
  /* As soon as it is known what the file looks like now. */
  if (self->work != NULL)
    self->goes_on = TRUE;
  else if (self->step == HF_IMPORT_STEP_COLUMNS)
    hf_import_window_look_for_repairs (self);
  else if (self->step > HF_IMPORT_STEP_COLUMNS)
    gtk_widget_activate_action (widget, "import.check", NULL);
  else
    hf_import_window_show_step (self, find_step (self, self->step + 1));
}

/**
 * hf_import_window_install_step_actions:
 * @klass: the window's class
 *
 * Installs the actions that go from step to step.
 */
void
hf_import_window_install_step_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "import.back", NULL, go_back);
  gtk_widget_class_install_action (klass, "import.next", NULL, go_on);
}
