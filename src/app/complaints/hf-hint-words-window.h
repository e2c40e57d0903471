#pragma once

#include <adwaita.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_HINT_WORDS_WINDOW (hf_hint_words_window_get_type ())
G_DECLARE_FINAL_TYPE (HfHintWordsWindow, hf_hint_words_window, HF, HINT_WORDS_WINDOW, AdwWindow)

GtkWidget *hf_hint_words_window_new (GtkWidget *parent, HfStore *store);

G_END_DECLS
