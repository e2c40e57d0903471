#pragma once

#include "hf-consent-group.h"
#include "hf-customer-detail.h"
#include "hf-customer-facts.h"
#include "hf-customer-file.h"
#include "hf-customer-timeline.h"
#include "hf-field-form.h"
#include "hf-manager-group.h"
#include "hf-purchase-bars.h"
#include "hf-referral-group.h"

G_BEGIN_DECLS

/* One customer, beside the list. */
struct _HfCustomerDetail
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *failure;
  GtkAdjustment *scroll;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkMenuButton *status;
  GtkLabel *grade;
  GtkWidget *do_not_call;
  GtkLabel *refusal;
  GtkWidget *call;
  GtkWidget *interview;
  HfCustomerFacts *facts;
  GtkWidget *reason_group;
  GtkListBox *reasons;
  GtkWidget *purchase_group;
  GtkLabel *purchase_words;
  HfPurchaseBars *bars;
  HfConsentGroup *consents;
  HfManagerGroup *managers;
  HfReferralGroup *referrals;
  HfCustomerTimeline *timeline;

  HfStore *store;
  HfCustomerNames *names; /* NULL until they are read */
  HfCustomerFile *file;   /* NULL: nobody is shown */
  gint64 id;              /* of whom is shown or being read, 0: nobody */
  GCancellable *reading;
};

/* A form about the customer who is shown. */
typedef struct
{
  HfCustomerDetail *detail;
  HfFieldForm *window; /* borrowed: it has this */
  HfCustomer *customer;
  gpointer data; /* what was typed last; NULL */
  GDestroyNotify free_data;
} HfDetailForm;

typedef void (*HfDetailFormFunc) (HfDetailForm *form);

HfDetailForm *hf_customer_detail_ask (HfCustomerDetail *self, const char *title,
                                      HfFieldSection *section, HfDetailFormFunc apply,
                                      HfDetailFormFunc saved);
void hf_detail_form_take (HfDetailForm *self, gpointer data, GDestroyNotify free_data);

void hf_customer_detail_install_actions (GtkWidgetClass *klass);
void hf_customer_detail_install_consent_actions (GtkWidgetClass *klass);
void hf_customer_detail_install_manager_actions (GtkWidgetClass *klass);
void hf_customer_detail_update_actions (HfCustomerDetail *self);

G_END_DECLS
