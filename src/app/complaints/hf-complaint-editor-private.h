#pragma once

#include <adwaita.h>

#include "hf-complaint-editor.h"
#include "hf-complaint.h"
#include "hf-customer-matches.h"
#include "hf-customer.h"
#include "hf-save-notice.h"

G_BEGIN_DECLS

struct _HfComplaintEditor
{
  GtkWidget parent_instance;

  GtkWidget *kept; /* says that what shows was typed before */
  AdwEntryRow *customer;
  AdwEntryRow *phone;
  GtkLabel *chosen_words;
  HfCustomerMatches *matches;
  GtkTextView *words;
  AdwEntryRow *wish;
  AdwComboRow *term;
  AdwComboRow *severity;
  GtkSwitch *risk;
  AdwComboRow *channel;
  AdwComboRow *category;
  AdwEntryRow *product;
  AdwEntryRow *branch;
  AdwEntryRow *taken_by;
  GtkLabel *error;
  HfSaveNotice *waits;

  HfStore *store;
  HfCustomer *chosen; /* NULL: nobody in the customer list */
  HfComplaint *begun; /* what was typed when the program ended, NULL: nothing */
  gint64 hint_id;     /* the words in which it was found, 0: none */
  gint64 said_at;     /* when they were said, 0: now */
  char *me;           /* who works here, NULL: not said */
  gint64 my_id;
  guint draft_source;
  gboolean unsaved;    /* something was typed and neither saved nor cleared */
  gboolean filling;    /* the form changes by itself */
  gboolean draft_lost; /* what was typed last could not be kept, and the form says so */
  gboolean saving;     /* is under way, and clears the draft with it */
};

void hf_complaint_editor_init_form (HfComplaintEditor *self);
void hf_complaint_editor_choose (HfComplaintEditor *self, HfCustomer *customer);
void hf_complaint_editor_forget_chosen (HfComplaintEditor *self);
void hf_complaint_editor_fill (HfComplaintEditor *self, const HfComplaint *complaint);
HfComplaint *hf_complaint_editor_read (HfComplaintEditor *self);
gboolean hf_complaint_editor_is_blank (HfComplaintEditor *self);
void hf_complaint_editor_offer (HfComplaintEditor *self);

G_END_DECLS
