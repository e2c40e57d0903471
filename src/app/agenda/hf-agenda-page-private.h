#pragma once

#include <adwaita.h>

#include "hf-agenda-page.h"
#include "hf-agenda-work.h"
#include "hf-store.h"

G_BEGIN_DECLS

/* The appointments of a day or of a week. */
struct _HfAgendaPage
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkToggleButton *by_week;
  GtkToggleButton *by_day;
  GtkToggleButton *everybodys;
  GtkWidget *overdue_bar;
  GtkLabel *overdue;
  GtkStack *stack;
  AdwStatusPage *failure;
  AdwStatusPage *empty;
  GtkButton *next;
  AdwClamp *clamp;
  GtkBox *columns;
  GtkWidget *more;
  GtkWidget *bar;
  GtkLabel *who;
  GtkLabel *detail;

  HfStore *store;
  GCancellable *cancellable;
  HfAgendaWork *work; /* what shows, NULL before the first look */
  char *date;         /* the day that keys are about */
  gint64 task_id;     /* the appointment that was selected last */
  gboolean moving;    /* the keyboard follows to another day */
  gboolean filling;
  guint clock;
};

void hf_agenda_page_install_actions (GtkWidgetClass *klass);
void hf_agenda_page_load (HfAgendaPage *self);
void hf_agenda_page_go_to (HfAgendaPage *self, const char *date);
gboolean hf_agenda_page_is_week (HfAgendaPage *self);
gboolean hf_agenda_page_has_focus (HfAgendaPage *self);
HfCallTask *hf_agenda_page_get_selected (HfAgendaPage *self);
void hf_agenda_page_call (HfAgendaPage *self);
gboolean hf_agenda_page_press (HfAgendaPage *self, guint keyval);

G_END_DECLS
