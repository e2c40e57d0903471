#pragma once

#include "hf-choice.h"
#include "hf-period.h"

G_BEGIN_DECLS

typedef enum
{
  HF_REPORT_THIS_MONTH,
  HF_REPORT_LAST_MONTH,
  HF_REPORT_THIS_QUARTER,
  HF_REPORT_LAST_QUARTER,
  HF_REPORT_THIS_YEAR,
  HF_REPORT_EVERYTHING,
  HF_REPORT_DATES, /* typed by a person */
} HfReportPeriod;

extern const HfChoice hf_report_periods[];

HfPeriod *hf_report_period_dup_days (HfReportPeriod choice, const char *today);
HfPeriod *hf_report_period_parse (const char *from, const char *to, const char **problem);
char *hf_report_period_dup_file_name (const HfPeriod *period, const char *today);

G_END_DECLS
