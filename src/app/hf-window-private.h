#pragma once

#include "hf-escalation-bar.h"
#include "hf-find.h"
#include "hf-interview-offer.h"
#include "hf-reminder-bar.h"
#include "hf-server-bar.h"
#include "hf-sidebar.h"
#include "hf-store.h"
#include "hf-window.h"

G_BEGIN_DECLS

#define HF_WINDOW_AGENDA "agenda"
#define HF_WINDOW_CALLS "calls"
#define HF_WINDOW_INTERVIEW "interview"
#define HF_WINDOW_PROMISES "promises"

struct _HfWindow
{
  AdwApplicationWindow parent_instance;

  AdwLeaflet *leaflet;
  HfSidebar *sidebar;
  GtkWidget *content;
  GtkLabel *page_title;
  GtkWidget *leave_interview;
  GtkEditable *search;
  HfInterviewOffer *offer;
  HfReminderBar *reminder_bar;
  HfEscalationBar *escalation_bar;
  GtkStack *stack;
  AdwStatusPage *failure;
  GtkButton *open_usual;
  GtkWidget *set_up;
  HfServerBar *server_bar;
  HfFind *find;
  GtkWidget *find_keys;

  GSettings *settings;        /* NULL where no schema is installed */
  HfStore *store;             /* NULL until the database is open */
  HfReminders *reminders;     /* the same */
  HfEscalations *escalations; /* the same */
  GCancellable *cancellable;  /* of the database that is being opened */
  GCancellable *counting;     /* of the badges */
  char *database;
  char *password;      /* that was typed already, until the database is opened */
  gboolean remember;   /* whether the keyring shall keep it */
  gint64 saved_at;     /* the last commit, 0 before the first */
  gboolean draft_lost; /* what is being typed is on the screen alone */
  gboolean create;     /* whether a database that is not there is made */
  char *page;          /* the last that was shown, the interview aside */
  guint compact_source;
  GSignalGroup *focus; /* of the widget that has the focus */
};

void hf_window_install_actions (GtkWidgetClass *klass);
void hf_window_open_store (HfWindow *self);
void hf_window_switch (HfWindow *self, const char *database, gboolean create);
void hf_window_connect (HfWindow *self);
void hf_window_close_store (HfWindow *self);
gboolean hf_window_ask_about_waiting (HfWindow *self);
void hf_window_show_state (HfWindow *self);
void hf_window_remove_pages (HfWindow *self);
void hf_window_show_last_page (HfWindow *self);
void hf_window_leave_interview (HfWindow *self);
void hf_window_focus_search (HfWindow *self);
void hf_window_clear_search (HfWindow *self);
void hf_window_show_sidebar (HfWindow *self);

G_END_DECLS
