#pragma once

#include <adwaita.h>

#include "hf-interview-desk-private.h"
#include "hf-interview-page.h"
#include "hf-test-interview.h"
#include "hf-test-widgets.h"

G_BEGIN_DECLS

/* A page that has the interview of hf_test_interview_new_store() with the one customer open. */
typedef struct
{
  HfStore *store;
  gint64 customer_id;
  GtkWidget *window;
  HfInterviewPage *page;
  HfInterviewDesk *desk;
} HfTestPage;

#define HF_TEST_PAGE_WIDE 1200
#define HF_TEST_PAGE_NARROW 700

typedef gboolean (*HfTestPageCheck) (HfTestPage *fixture, const char *what);

void hf_test_page_wait_until (HfTestPage *fixture, HfTestPageCheck check, const char *what);
gboolean hf_test_page_is_at (HfTestPage *fixture, const char *question);
gboolean hf_test_page_is_shown (HfTestPage *fixture, const char *name);
void hf_test_page_show_page (HfTestPage *fixture, int width);
void hf_test_page_close_page (HfTestPage *fixture);
void hf_test_page_set_up (HfTestPage *fixture, gconstpointer width);
void hf_test_page_tear_down (HfTestPage *fixture, gconstpointer data);
HfQuestionView *hf_test_page_get_view (HfTestPage *fixture);
gpointer hf_test_page_part_of_pane (HfTestPage *fixture, const char *name);
void hf_test_page_go_on (HfTestPage *fixture);
void hf_test_page_answer (HfTestPage *fixture, const char *question, const char *value);
HfInterview *hf_test_page_get_interview (HfTestPage *fixture);
void hf_test_page_assert_history (HfTestPage *fixture, const char *question,
                                  const char *expected);
gboolean hf_test_page_has_reasons (HfTestPage *fixture, const char *count);
void hf_test_page_code_selection (HfTestPage *fixture, const char *code, HfReasonRank rank);
void hf_test_page_walk_to_reasons (HfTestPage *fixture);
void hf_test_page_walk_to_told (HfTestPage *fixture);

G_END_DECLS
