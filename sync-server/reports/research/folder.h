// A folder that has all of its files or does not exist: written beside, renamed.
#pragma once

#include "shared/base/result.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace research {

class NewFolder {
public:
    // Refused if it is there already.
    static base::Result<NewFolder> beside(std::string folder);
    NewFolder(NewFolder&& other) noexcept
        : beside_(std::exchange(other.beside_, {})),
          target_(std::move(other.target_)),
          waiting_(std::move(other.waiting_)) {}
    NewFolder& operator=(NewFolder&&) = delete;
    ~NewFolder();  // goes with all that is in it, unless it got its name

    base::Status add(std::string_view file, std::string_view text);  // behind what it holds
    // `before_naming` runs when all is written; if it fails, nothing stays.
    base::Status name_it(const std::function<base::Status()>& before_naming);

private:
    NewFolder(std::string beside, std::string target)
        : beside_(std::move(beside)), target_(std::move(target)) {}
    base::Status write(const std::string& file, std::string& waiting) const;

    std::string beside_, target_;
    std::map<std::string, std::string> waiting_;  // of each file, not written yet
};

}  // namespace research
