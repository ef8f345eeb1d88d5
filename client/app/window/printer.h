// Pages to the browser or to a file that the user asked for.
#pragma once

#include "client/app/printing.h"
#include "client/screens/ports/printing.h"

#include <string>

namespace client_app {

class Printer final : public screens::Printing {
public:
    // `usual` is the folder offered first.
    explicit Printer(std::string usual) : usual_(std::move(usual)) {}

    base::Status print_page(const std::string& html, const std::string& name) override;
    std::string usual_folder() override { return usual_; }
    base::Result<std::string> save_page(const std::string& html, const std::string& name,
                                        const std::string& folder) override;
    base::Result<std::string> save_files(const std::vector<screens::KeptFile>& files,
                                         const std::string& folder) override;
    void clear() { pages_.clear(); }  // for the lock

private:
    client_app::Printing pages_;
    std::string usual_;
};

std::string documents_folder();  // of the desktop's user; her home where there is none

}  // namespace client_app
