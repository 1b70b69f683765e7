# Asks PROGRAM for its man pages and completions, and writes them below FOLDER. The settings of whoever
# builds have no say in it.
unset(ENV{NO_COLOR})
foreach(variable INDEX PAGER COLOR THREADS TODAY FORMAT)
  unset(ENV{DATELINE_${variable}})
endforeach()
set(ENV{DATELINE_CONFIG} /dev/null)

function(ask result)
  execute_process(COMMAND ${PROGRAM} ${ARGN} OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY
    WORKING_DIRECTORY /)
  set(${result} "${output}" PARENT_SCOPE)
endfunction()

function(write_page)
  ask(page ${ARGN} --format man)
  # .TH DATELINE\-SEARCH 1
  string(REGEX MATCH "^\\.TH ([^ ]+) ([0-9])" head "${page}")
  set(chapter ${CMAKE_MATCH_2})
  string(REPLACE "\\-" "-" name "${CMAKE_MATCH_1}")
  string(TOLOWER "${name}" name)
  set(file ${FOLDER}/man/man${chapter}/${name}.${chapter})
  file(WRITE ${file} "${page}")
  if(GZIP)
    execute_process(COMMAND ${GZIP} -9nf ${file} COMMAND_ERROR_IS_FATAL ANY)
  endif()
endfunction()

# What may follow the words of a command line.
function(candidates result)
  execute_process(COMMAND ${PROGRAM} complete -- ${ARGN} "" OUTPUT_VARIABLE words COMMAND_ERROR_IS_FATAL ANY
    WORKING_DIRECTORY /)
  string(REGEX REPLACE "\t[^\n]*" "" words "${words}")
  string(REGEX MATCHALL "[^\n]+" words "${words}")
  set(${result} "${words}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${FOLDER})
write_page(help)
candidates(commands)
foreach(command IN LISTS commands)
  write_page(${command} --help)
endforeach()
candidates(topics help)
foreach(topic IN LISTS topics)
  write_page(help ${topic})
endforeach()
foreach(shell bash zsh fish)
  ask(script completions ${shell})
  file(WRITE ${FOLDER}/dateline.${shell} "${script}")
endforeach()
file(WRITE ${FOLDER}/written "")
