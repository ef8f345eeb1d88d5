// What a task is called on the screen, and which form records it.
#pragma once

#include <string>
#include <string_view>

namespace screens {

// "Kunjungan nifas ke-1 oleh petugas kesehatan", for "KF1"; the code itself if it is unknown.
std::string task_title(std::string_view code);
std::string form_of_task(std::string_view code);  // "service_contact"

}  // namespace screens
