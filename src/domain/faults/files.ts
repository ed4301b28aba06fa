import { type Fault, fault } from './fault.js';

/** What can be wrong with a file. */
export const fileFaults = {
  'file-not-found': fault(
    'input',
    404,
    '{file}：找不到这个文件或文件夹，请检查路径。',
    '{file}: no such file or folder; check the path.',
  ),
  'file-unreadable': fault(
    'input',
    422,
    '{file}：没有读取权限或读取失败（{reason}），请检查文件权限后重试。',
    '{file}: cannot be opened ({reason}); check its permissions and try again.',
  ),
  'file-is-folder': fault(
    'input',
    422,
    '{file}：这是文件夹，请给出里面的文件。',
    '{file}: is a folder; name a file in it.',
  ),
  'folder-empty': fault(
    'input',
    422,
    '{file}：文件夹里没有文件，请检查路径。',
    '{file}: no files in this folder; check the path.',
  ),
  'file-empty': fault(
    'input',
    422,
    '{file}：文件是空的，没有可读的内容，请重新导出后再上传。',
    '{file}: the file is empty; export it again.',
  ),
  'file-too-large': fault(
    'input',
    413,
    '{file}：文件有 {size}，超过上限 {limit}，请拆分后再上传，或由管理员调高上限。',
    '{file}: {size} is over the limit of {limit}; split it, or have the limit raised.',
  ),
  'file-type-unknown': fault(
    'input',
    415,
    '{file}：不认识这种文件格式（内容像是 {detected}）。现在能读 TXT、Markdown、CSV、PDF、OFD、DOCX、XLSX，请另存为其中一种。',
    '{file}: unknown format (it looks like {detected}). TXT, Markdown, CSV, PDF, OFD, DOCX and XLSX can be read; save it as one of these.',
  ),
  'file-format-unsupported': fault(
    'input',
    415,
    '{file}：这是{detected}，不能直接读取。请用 Office 或 WPS 打开，另存为 {saveAs} 后再上传。',
    '{file}: this is {detected}, which is not read as it is; open it in Office or WPS, save it as {saveAs} and upload that.',
  ),
  'archive-unsupported': fault(
    'input',
    415,
    '{file}：这是{detected}，不能直接读取。请先解压，上传里面的文件，或重新压缩成 ZIP 后再上传。',
    '{file}: this is {detected}, which is not unpacked here; unpack it and upload the files in it, or pack them as ZIP.',
  ),
  'file-is-container': fault(
    'input',
    422,
    '{file}：这是{detected}，里面可以有多个文件。请用 extract 或 ingest 处理，或先取出其中要看的那一个。',
    '{file}: this is {detected}, which may hold several files; use extract or ingest, or take out the one you want.',
  ),
  'container-empty': fault(
    'input',
    422,
    '{file}：里面没有文件（这是{detected}），请检查后重新打包。',
    '{file}: holds no files (this is {detected}); check it and pack it again.',
  ),
  'container-too-deep': fault(
    'input',
    422,
    '{file}：压缩包或邮件套了超过 {limit} 层，没有继续打开，请取出里面的文件单独上传。',
    '{file}: archives or mails nested more than {limit} deep were not opened; take the files out and upload them.',
  ),
  'container-path-unsafe': fault(
    'input',
    422,
    '{file}：压缩包内这个文件的路径不安全（{reason}），没有取出，请核实压缩包来源。',
    '{file}: the path of this file in the archive is unsafe ({reason}); it was left out; check where the archive comes from.',
  ),
  'file-encrypted': fault(
    'input',
    422,
    '{file}：文件有密码保护，请去掉密码后再上传。',
    '{file}: protected by a password; remove it and upload again.',
  ),
  'file-damaged': fault(
    'input',
    422,
    '{file}：文件已损坏或不完整（{reason}），请重新获取原件。',
    '{file}: damaged or incomplete ({reason}); get the original again.',
  ),
  'file-no-text': fault(
    'input',
    422,
    '{file}：没有文字层（可能是扫描件），需要先做文字识别（OCR）再上传。',
    '{file}: no text layer (a scan?); it needs character recognition first.',
  ),
  'file-garbled': fault(
    'input',
    422,
    '{file}：读出的是乱码（字体没有字符对照表或编码错误），请换用原始电子版，或做文字识别（OCR）后再上传。',
    '{file}: what was read is garbled (a font without character map, or a wrong encoding); use the original file or character recognition.',
  ),
  'file-unpacked-too-large': fault(
    'input',
    422,
    '{file}：解压后的内容超过上限（{reason}），为保护系统已停止读取，请检查文件来源。',
    '{file}: its unpacked content is over the limit ({reason}); reading was stopped; check where it comes from.',
  ),
  'file-time-limit': fault(
    'input',
    422,
    '{file}：读取超过 {seconds} 秒仍未完成，已停止。请拆分或重新导出后再上传。',
    '{file}: reading took more than {seconds} s and was stopped; split it or export it again.',
  ),
  'file-memory-limit': fault(
    'input',
    422,
    '{file}：读取时内存超过 {limit}，已停止。请拆分或重新导出后再上传。',
    '{file}: reading took more than {limit} of memory and was stopped; split it or export it again.',
  ),
  'reader-crashed': fault(
    'input',
    422,
    '{file}：读取程序因这个文件意外退出（{reason}），其他文件不受影响。请重新导出后再上传。',
    '{file}: the reader ended unexpectedly on this file ({reason}); other files are not affected; export it again.',
  ),
  'extract-time-limit': fault(
    'input',
    422,
    '{file}：抽取超过 {seconds} 秒仍未完成，已停止。请拆分后再上传，或由管理员调高 JIANNUO_EXTRACT_SECONDS。',
    '{file}: extraction took more than {seconds} s and was stopped; split it, or have JIANNUO_EXTRACT_SECONDS raised.',
  ),
  'extract-memory-limit': fault(
    'input',
    422,
    '{file}：抽取时内存超过 {limit}，已停止。请拆分后再上传，或由管理员调高 JIANNUO_EXTRACT_MEMORY_BYTES。',
    '{file}: extraction took more than {limit} of memory and was stopped; split it, or have JIANNUO_EXTRACT_MEMORY_BYTES raised.',
  ),
  'extract-crashed': fault(
    'defect',
    500,
    '{file}：抽取程序意外退出（{reason}），会自动重试几次，仍不行请把文件交给管理员。',
    '{file}: the extractor ended unexpectedly ({reason}); it is tried again a few times; if that does not help, report the file.',
  ),
} as const satisfies Record<string, Fault>;
