#include "corpus/command_line/completion_scripts.hpp"

namespace dateline {

namespace {

// bash cuts words at : and = as well; the words of the shell are put together again, and of an
// answer only what stands after the last of these is given back.
constexpr std::string_view bash_script = R"(# bash completion for dateline
_dateline()
{
    local rest=${COMP_LINE:0:COMP_POINT} piece i
    local -a words=()
    for ((i = 0; i <= COMP_CWORD; ++i)); do
        piece=${COMP_WORDS[i]}
        if ((i == 0)) || [[ $rest == [[:space:]]* ]]; then
            rest=${rest#"${rest%%[![:space:]]*}"}
            words+=("")
        fi
        ((i == COMP_CWORD)) && piece=$rest
        words[${#words[@]}-1]+=$piece
        rest=${rest#"$piece"}
    done
    local word=${words[${#words[@]}-1]} quote=""
    if [[ $word == [\"\']* ]]; then
        quote=${word:0:1}
        word=${word:1}
    fi
    words[${#words[@]}-1]=$word
    local cut=""
    [[ -z $quote && $word == *[:=]* ]] && cut=${word%"${word##*[:=]}"}

    COMPREPLY=()
    local line value path
    while IFS= read -r line; do
        case $line in
            :files | :folders)
                compopt -o filenames 2>/dev/null
                local kind=-f
                [[ $line == :folders ]] && kind=-d
                while IFS= read -r path; do
                    COMPREPLY+=("$path")
                done < <(compgen "$kind" -- "${word#"$cut"}")
                ;;
            *)
                value=${line%%$'\t'*}
                value=${value#"$cut"}
                [[ -z $quote ]] && printf -v value %q "$value"
                COMPREPLY+=("$value")
                ;;
        esac
    done < <("${words[0]}" complete -- "${words[@]:1}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *: ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
} && complete -F _dateline dateline
)";

constexpr std::string_view zsh_script = R"(#compdef dateline

_dateline() {
    local line word about prefix=$PREFIX
    local -a words_before plain plain_shown open open_shown
    words_before=("${(@Q)words[2,CURRENT-1]}")
    while IFS= read -r line; do
        case $line in
            :files | :folders)
                compset -P '--*='
                [[ $line == :files ]] && _files || _files -/
                ;;
            *)
                word=${line%%$'\t'*}
                about=${line#*$'\t'}
                [[ -n $about ]] && about="$word  -- $about" || about=$word
                if [[ $word == *: ]]; then
                    open+=("$word")
                    open_shown+=("$about")
                else
                    plain+=("$word")
                    plain_shown+=("$about")
                fi
                ;;
        esac
    done < <("${(Q)words[1]}" complete -- "${words_before[@]}" "${(Q)prefix}" 2>/dev/null)
    # What is offered fits, though it may begin with other letters: Reu, and source:"reuters world".
    (( ${#plain} )) && compadd -U -l -d plain_shown -a plain
    (( ${#open} )) && compadd -U -S '' -l -d open_shown -a open
    return 0
}

if [[ $funcstack[1] == _dateline ]]; then
    _dateline "$@"
else
    compdef _dateline dateline
fi
)";

constexpr std::string_view fish_script = R"(# fish completion for dateline
function __dateline_complete
    set -l before (commandline -opc)
    set -l word (commandline -ct | string replace -r '^[\'"]' '')
    for line in ($before[1] complete -- $before[2..-1] "$word" 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path "$word"
            case ':folders'
                __fish_complete_directories "$word"
            case '*'
                echo $line
        end
    end
end

complete -c dateline -f -a '(__dateline_complete)'
)";

}  // namespace

std::string_view completion_script(std::string_view shell) {
    if (shell == "bash") return bash_script;
    if (shell == "zsh") return zsh_script;
    if (shell == "fish") return fish_script;
    return {};
}

}  // namespace dateline
