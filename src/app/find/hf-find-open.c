#include "config.h"

#include "hf-find-open.h"

/* Where a record is shown. */
static void
open_finding (GtkWidget *widget, const HfFinding *finding)
{
  gint64 complaint = finding->kind == HF_FINDING_COMPLAINT ? finding->id : 0;
  if (finding->kind == HF_FINDING_PROMISE)
    gtk_widget_activate_action (widget, "win.open-promise", "x", finding->id);
  else if (complaint != 0)
    gtk_widget_activate_action (widget, "win.open-complaint", "x", complaint);
  else if (finding->customer_id != 0)
    gtk_widget_activate_action (widget, "win.open-customer", "x", finding->customer_id);
}

static void
run_command (GtkWidget *widget, const HfFindCommand *command)
{
  if (command->page != NULL && command->action != NULL)
    gtk_widget_activate_action (widget, "win.do-on-page", "(ss)", command->page,
                                command->action);
  else if (command->page != NULL)
    gtk_widget_activate_action (widget, "win.show-page", "s", command->page);
  else
    gtk_widget_activate_action (widget, command->action, NULL);
}

/**
 * hf_find_item_open:
 * @item: what was found
 * @widget: a widget of the window to open it in
 *
 * Shows a record, or runs a command.
 */
void
hf_find_item_open (HfFindItem *item, GtkWidget *widget)
{
  if (hf_find_item_get_command (item) != NULL)
    run_command (widget, hf_find_item_get_command (item));
  else
    open_finding (widget, hf_find_item_get_finding (item));
}
