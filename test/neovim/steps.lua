-- What a person does in neovim, with its built-in client, step by step. One line is printed for each step.
local folder, server = vim.env.VIGIL_FOLDER, vim.env.VIGIL_BIN
local PATIENCE = 20000
local failed, exit_code = 0, nil

local function step(name, check)
  local ok, problem = pcall(check)
  if not ok then failed = failed + 1 end
  io.stdout:write((ok and 'passed ' or 'FAILED ') .. name .. (ok and '' or (': ' .. tostring(problem))) .. '\n')
end

local function wait_for(what, condition)
  if not vim.wait(PATIENCE, condition, 20) then error('waited in vain for ' .. what, 0) end
end

local function equal(found, expected)
  if not vim.deep_equal(found, expected) then
    error('found ' .. vim.inspect(found) .. ', expected ' .. vim.inspect(expected), 0)
  end
end

local function contains(text, part)
  if not string.find(text, part, 1, true) then error("no '" .. part .. "' in " .. text, 0) end
end

local function lines_of(buffer) return vim.api.nvim_buf_get_lines(buffer, 0, -1, false) end

-- Puts the cursor on a word, in (1, 0)-based rows and columns as neovim counts them.
local function go_to(pattern)
  for row, line in ipairs(lines_of(0)) do
    local column = string.find(line, pattern, 1, true)
    if column then return vim.api.nvim_win_set_cursor(0, { row, column - 1 }) end
  end
  error('no line with ' .. pattern, 0)
end

local function ask(method, params)
  local answers, problem = vim.lsp.buf_request_sync(0, method, params or vim.lsp.util.make_position_params(), PATIENCE)
  local _, answer = next(answers or {})
  if not answer then error(method .. ' got no answer: ' .. tostring(problem), 0) end
  if answer.error then error(method .. ': ' .. answer.error.message, 0) end
  return answer.result
end

vim.o.hidden = true
vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/main.vigil'))
vim.bo.filetype = 'vigil'
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = 'vigil',
  cmd = { vim.env.VIGIL_NODE, server, 'lsp', '--stdio' },
  root_dir = folder,
  on_exit = function(code) exit_code = code end,
})
vim.lsp.buf_attach_client(buffer, client)

step('diagnostics arrive at the mistake', function()
  wait_for('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
  local found = vim.diagnostic.get(buffer)
  equal(#found, 1)
  equal(found[1].lnum, vim.fn.search('auroq', 'nw') - 1)
  contains(found[1].message, "did you mean 'auroc'?")
end)

step('a quick fix mends it', function()
  go_to('auroq')
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = vim.tbl_map(function(each) return each.user_data.lsp and {
    range = {
      start = { line = each.lnum, character = each.col },
      ['end'] = { line = each.end_lnum, character = each.end_col },
    },
    message = each.message, code = each.user_data.lsp.code, data = each.user_data.lsp.data, severity = each.severity,
  } or nil end, vim.diagnostic.get(buffer)) }
  local actions = ask('textDocument/codeAction', params)
  local fix = vim.tbl_filter(function(action) return action.kind == 'quickfix' end, actions)[1]
  if not fix then error('no quick fix among ' .. vim.inspect(actions), 0) end
  vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
  wait_for('a clean file', function() return #vim.diagnostic.get(buffer) == 0 end)
end)

step('completion offers a metric, and takes it in', function()
  go_to('check auroc')
  vim.cmd('normal! O  check observed_')
  vim.api.nvim_win_set_cursor(0, { vim.fn.line('.'), #vim.fn.getline('.') - 1 })
  local params = vim.lsp.util.make_position_params()
  params.position.character = #vim.fn.getline('.')
  local items = vim.lsp.util.extract_completion_items(ask('textDocument/completion', params))
  local labels = vim.tbl_map(function(item) return item.label end, items)
  if not vim.tbl_contains(labels, 'observed_expected') then error('only ' .. vim.inspect(labels), 0) end
  vim.cmd('normal! dd')
end)

step('hover explains a metric', function()
  go_to('auroc fail')
  local hover = ask('textDocument/hover')
  contains(hover.contents.value, 'Area under the ROC curve')
end)

step('go to definition leads into the other file', function()
  go_to('Readmission {')
  local target = ask('textDocument/definition')
  target = vim.tbl_islist(target) and target[1] or target
  contains(target.uri or target.targetUri, 'lib.vigil')
end)

step('rename changes both files', function()
  go_to('Readmission {')
  vim.lsp.buf.rename('ReadmissionRisk')
  local other = vim.fn.bufadd(folder .. '/lib.vigil')
  vim.fn.bufload(other)
  wait_for('both edits', function()
    return string.find(table.concat(lines_of(buffer), '\n'), 'of ReadmissionRisk {', 1, true)
      and string.find(table.concat(lines_of(other), '\n'), 'model ReadmissionRisk ', 1, true)
  end)
end)

step('formatting gives what the command line gives', function()
  vim.lsp.buf.formatting_sync(nil, PATIENCE)
  local expected = vim.fn.readfile(folder .. '/formatted.txt')
  equal(lines_of(buffer), expected)
end)

step('the server leaves with exit code 0', function()
  vim.lsp.stop_client(client)
  wait_for('the end of the server', function() return exit_code ~= nil end)
  equal(exit_code, 0)
end)

io.stdout:flush()
vim.cmd(failed == 0 and 'qall!' or 'cquit!')
