// The parts of the page of sending, each drawn by its own file.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/screens/sending/sync_page_model.h"

namespace screens {

void draw_overview(const SyncPageModel& model);
void draw_waiting(const SyncPageModel& model, Ways& ways);
void draw_attention(const SyncPageModel& model, Ways& ways);
void draw_receipts(SyncPageModel& model, Ways& ways);
void draw_stick(SyncPageModel& model);

}  // namespace screens
