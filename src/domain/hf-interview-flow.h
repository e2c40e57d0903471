#pragma once

#include "hf-guide.h"

G_BEGIN_DECLS

/* A part of a guide, and how far it is. */
typedef struct
{
  const HfWording *title; /* borrowed from the guide */
  gboolean current;       /* the question that shows is in it */
  gboolean done;          /* all of its questions that show are answered */
} HfInterviewPart;

/* Which question is next. Answers are given as a table from a question's id to its value, which
 * may hold answers to questions that do not show: they stay, and count again once their
 * question shows again. */
gboolean hf_interview_flow_is_visible (HfGuide *guide, GHashTable *answers,
                                       const HfQuestion *question);
HfQuestion *hf_interview_flow_first_open (HfGuide *guide, GHashTable *answers);
HfQuestion *hf_interview_flow_next (HfGuide *guide, GHashTable *answers,
                                    const HfQuestion *question);
HfQuestion *hf_interview_flow_previous (HfGuide *guide, GHashTable *answers,
                                        const HfQuestion *question);
guint hf_interview_flow_position (HfGuide *guide, GHashTable *answers,
                                  const HfQuestion *question, guint *count);
double hf_interview_flow_progress (HfGuide *guide, GHashTable *answers);
gboolean hf_interview_flow_is_complete (HfGuide *guide, GHashTable *answers);
GPtrArray *hf_interview_flow_list_hidden (HfGuide *guide, GHashTable *answers,
                                          const HfQuestion *question, const char *value);
GPtrArray *hf_interview_flow_list_restored (HfGuide *guide, GHashTable *answers,
                                            const HfQuestion *question, const char *value);
GArray *hf_interview_flow_list_parts (HfGuide *guide, GHashTable *answers,
                                      const HfQuestion *question);
char *hf_interview_flow_dup_text (HfGuide *guide, GHashTable *answers,
                                  const HfQuestion *question, const char *language,
                                  GHashTable *fields);

G_END_DECLS
