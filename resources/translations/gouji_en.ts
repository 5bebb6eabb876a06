<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
 <context>
  <name>ActionStates</name>
  <message>
   <source>撤销</source>
   <translation>Undo</translation>
  </message>
  <message>
   <source>重做</source>
   <translation>Redo</translation>
  </message>
 </context>
 <context>
  <name>Actions</name>
  <message>
   <source>上一份报告</source>
   <translation>Previous report</translation>
  </message>
  <message>
   <source>上一处</source>
   <translation>Previous finding</translation>
  </message>
  <message>
   <source>上一年度报告…</source>
   <translation>Last Year's Report…</translation>
  </message>
  <message>
   <source>上一页</source>
   <translation>Previous page</translation>
  </message>
  <message>
   <source>下一份报告</source>
   <translation>Next report</translation>
  </message>
  <message>
   <source>下一处</source>
   <translation>Next finding</translation>
  </message>
  <message>
   <source>下一页</source>
   <translation>Next page</translation>
  </message>
  <message>
   <source>保存核对记录</source>
   <translation>Save review</translation>
  </message>
  <message>
   <source>关于勾稽</source>
   <translation>About Gouji</translation>
  </message>
  <message>
   <source>取消搁置</source>
   <translation>Take up again</translation>
  </message>
  <message>
   <source>在原文中查找…</source>
   <translation>Find on the pages…</translation>
  </message>
  <message>
   <source>填报有误</source>
   <translation>Report is wrong</translation>
  </message>
  <message>
   <source>备注…</source>
   <translation>Remark…</translation>
  </message>
  <message>
   <source>导出 CSV…</source>
   <translation>Export CSV…</translation>
  </message>
  <message>
   <source>导出 Excel…</source>
   <translation>Export Excel…</translation>
  </message>
  <message>
   <source>快捷键一览</source>
   <translation>Keyboard shortcuts</translation>
  </message>
  <message>
   <source>恢复为原文值</source>
   <translation>Restore printed value</translation>
  </message>
  <message>
   <source>恢复自带规则</source>
   <translation>Back to the Packaged Rules</translation>
  </message>
  <message>
   <source>打开…</source>
   <translation>Open…</translation>
  </message>
  <message>
   <source>按原样接受…</source>
   <translation>Accept as it is…</translation>
  </message>
  <message>
   <source>按机关查找…</source>
   <translation>Find by office…</translation>
  </message>
  <message>
   <source>搁置…</source>
   <translation>Set aside…</translation>
  </message>
  <message>
   <source>撤回处理意见</source>
   <translation>Take decision back</translation>
  </message>
  <message>
   <source>撤回完成</source>
   <translation>Reopen</translation>
  </message>
  <message>
   <source>撤销</source>
   <translation>Undo</translation>
  </message>
  <message>
   <source>放大</source>
   <translation>Zoom in</translation>
  </message>
  <message>
   <source>核对完成</source>
   <translation>Review done</translation>
  </message>
  <message>
   <source>缩小</source>
   <translation>Zoom out</translation>
  </message>
  <message>
   <source>规则文件…</source>
   <translation>Rule File…</translation>
  </message>
  <message>
   <source>设置…</source>
   <translation>Settings…</translation>
  </message>
  <message>
   <source>读取有误</source>
   <translation>Reading is wrong</translation>
  </message>
  <message>
   <source>输入密码…</source>
   <translation>Enter password…</translation>
  </message>
  <message>
   <source>退出</source>
   <translation>Quit</translation>
  </message>
  <message>
   <source>适合宽度</source>
   <translation>Fit width</translation>
  </message>
  <message>
   <source>适合页面</source>
   <translation>Fit page</translation>
  </message>
  <message>
   <source>采用建议值</source>
   <translation>Take proposed value</translation>
  </message>
  <message>
   <source>重做</source>
   <translation>Redo</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>另有 {0} 条</source>
   <translation>{0} more</translation>
  </message>
  <message>
   <source>知道了</source>
   <translation>OK</translation>
  </message>
 </context>
 <context>
  <name>CellAppearance</name>
  <message>
   <source>不是数字</source>
   <translation>no number</translation>
  </message>
  <message>
   <source>出处：第 {0} 页</source>
   <translation>Place: page {0}</translation>
  </message>
  <message>
   <source>原文没有这一格</source>
   <translation>the page has no such cell</translation>
  </message>
  <message>
   <source>原文：{0}</source>
   <translation>Printed: {0}</translation>
  </message>
  <message>
   <source>已改为：{0}</source>
   <translation>Now: {0}</translation>
  </message>
  <message>
   <source>数值：{0}</source>
   <translation>Value: {0}</translation>
  </message>
  <message>
   <source>空白</source>
   <translation>blank</translation>
  </message>
  <message>
   <source>编号：{0}</source>
   <translation>Cell: {0}</translation>
  </message>
  <message>
   <source>请看原文：{0}</source>
   <translation>Look at the page: {0}</translation>
  </message>
 </context>
 <context>
  <name>CellDelegate</name>
  <message>
   <source>原文 {0}</source>
   <translation>printed {0}</translation>
  </message>
 </context>
 <context>
  <name>CellLine</name>
  <message>
   <source>“{0}”不是数字</source>
   <translation>“{0}” is no number</translation>
  </message>
  <message>
   <source>仍不成立</source>
   <translation>still does not hold</translation>
  </message>
  <message>
   <source>原文 {0}</source>
   <translation>printed {0}</translation>
  </message>
  <message>
   <source>原文没有这一格</source>
   <translation>the page has no such cell</translation>
  </message>
  <message>
   <source>已改为 {0}</source>
   <translation>now {0}</translation>
  </message>
  <message>
   <source>成立</source>
   <translation>holds</translation>
  </message>
  <message>
   <source>改后不成立</source>
   <translation>would break</translation>
  </message>
  <message>
   <source>改后成立</source>
   <translation>would hold</translation>
  </message>
  <message>
   <source>空白</source>
   <translation>blank</translation>
  </message>
  <message>
   <source>第 {0} 页</source>
   <translation>page {0}</translation>
  </message>
  <message>
   <source>选中一格，这里显示它的名称和原文</source>
   <translation>Select a cell to see its name and what is printed</translation>
  </message>
 </context>
 <context>
  <name>Choices</name>
  <message>
   <source>可能的改法 {0}</source>
   <translation>Possible repairs: {0}</translation>
  </message>
 </context>
 <context>
  <name>CommandController</name>
  <message>
   <source>“{0}”已搁置</source>
   <translation>“{0}” is set aside</translation>
  </message>
  <message>
   <source>“{0}”核对完成</source>
   <translation>“{0}” is done</translation>
  </message>
  <message>
   <source>已保存到 {0}</source>
   <translation>Saved as {0}</translation>
  </message>
  <message>
   <source>已经是最后一份报告</source>
   <translation>This is the last report</translation>
  </message>
  <message>
   <source>已经是第一份报告</source>
   <translation>This is the first report</translation>
  </message>
  <message>
   <source>标为已完成 (F9)</source>
   <translation>Mark as done (F9)</translation>
  </message>
  <message>
   <source>没有需要查看的问题</source>
   <translation>Nothing left to look at</translation>
  </message>
  <message>
   <source>继续核对</source>
   <translation>Go on reviewing</translation>
  </message>
  <message>
   <source>还有 {0} 处错误没有处理，仍然标为已完成吗？</source>
   <translation>{0} error(s) are not settled. Mark the report as done all the same?</translation>
  </message>
 </context>
 <context>
  <name>Crash</name>
  <message>
   <source>程序出了一个没有料到的错误，刚才那一步可能没有完成。您做过的核对都已记下，可以继续；若反复出现，请把“详情”复制给技术人员。</source>
   <translation>The program made a mistake nobody foresaw; the last step may not be complete. Your work so far is kept and you can go on; if it happens again, copy the details to a technician.</translation>
  </message>
 </context>
 <context>
  <name>Dialogs</name>
  <message>
   <source>&lt;h3&gt;勾稽 {0}&lt;/h3&gt;&lt;p&gt;政府信息公开工作年度报告核对台：读取 PDF，核对勾稽关系，改正后导出。&lt;/p&gt;&lt;p&gt;全部在本机运行，不联网，不改动原 PDF。&lt;/p&gt;</source>
   <translation>&lt;h3&gt;Gouji {0}&lt;/h3&gt;&lt;p&gt;The desk on which annual reports on open government information are reviewed: reads the PDF, checks its sums, exports what was corrected.&lt;/p&gt;&lt;p&gt;Everything runs on this machine, without a network; the PDF is never changed.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>CSV 文件 (*.csv)</source>
   <translation>CSV files (*.csv)</translation>
  </message>
  <message>
   <source>Excel 工作簿 (*.xlsx)</source>
   <translation>Excel workbooks (*.xlsx)</translation>
  </message>
  <message>
   <source>PDF 所在的文件夹不能写入，请另选位置保存核对记录</source>
   <translation>The PDF's folder cannot be written; choose another place for the review</translation>
  </message>
  <message>
   <source>{0} 份报告有未保存的核对记录。</source>
   <translation>{0} report(s) have unsaved work.</translation>
  </message>
  <message>
   <source>{0} 的打开密码（只用于这一次，不会保存）</source>
   <translation>Password of {0} (for this run alone, never stored)</translation>
  </message>
  <message>
   <source>不保存</source>
   <translation>Do not save</translation>
  </message>
  <message>
   <source>不属于本次核对范围</source>
   <translation>Not part of this review</translation>
  </message>
  <message>
   <source>不能读取，待索取可读的文件</source>
   <translation>Cannot be read; a readable file is asked for</translation>
  </message>
  <message>
   <source>保存会在 PDF 旁边写核对记录（.gouji），下次打开 PDF 时接着核对。</source>
   <translation>Saving writes a review (.gouji) beside the PDF; opening the PDF goes on from there.</translation>
  </message>
  <message>
   <source>保存并关闭</source>
   <translation>Save and close</translation>
  </message>
  <message>
   <source>关于勾稽</source>
   <translation>About Gouji</translation>
  </message>
  <message>
   <source>关闭勾稽</source>
   <translation>Close Gouji</translation>
  </message>
  <message>
   <source>取消</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>备注</source>
   <translation>Remark</translation>
  </message>
  <message>
   <source>复制详情</source>
   <translation>Copy details</translation>
  </message>
  <message>
   <source>导出</source>
   <translation>Export</translation>
  </message>
  <message>
   <source>年度报告 (*.pdf *.PDF);;所有文件 (*)</source>
   <translation>Annual reports (*.pdf *.PDF);;All files (*)</translation>
  </message>
  <message>
   <source>年度报告和核对记录 (*.pdf *.PDF *.gouji);;所有文件 (*)</source>
   <translation>Reports and reviews (*.pdf *.PDF *.gouji);;All files (*)</translation>
  </message>
  <message>
   <source>打开年度报告</source>
   <translation>Open reports</translation>
  </message>
  <message>
   <source>搁置</source>
   <translation>set aside</translation>
  </message>
  <message>
   <source>搁置的理由（从列表中选，或写明）</source>
   <translation>Reason for setting it aside (choose one, or write your own)</translation>
  </message>
  <message>
   <source>核对记录 (*.gouji)</source>
   <translation>Reviews (*.gouji)</translation>
  </message>
  <message>
   <source>知道了</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>等待报送单位重新提交</source>
   <translation>Waiting for the office to hand it in again</translation>
  </message>
  <message>
   <source>规则文件 (*.toml);;所有文件 (*)</source>
   <translation>Rule files (*.toml);;All files (*)</translation>
  </message>
  <message>
   <source>输入密码</source>
   <translation>Enter password</translation>
  </message>
  <message>
   <source>这份报告的备注（随核对记录保存）</source>
   <translation>A note on this report (saved with the review)</translation>
  </message>
  <message>
   <source>选择同一单位上一年度的报告</source>
   <translation>Choose the Same Office's Report of the Year Before</translation>
  </message>
  <message>
   <source>选择规则文件</source>
   <translation>Choose a Rule File</translation>
  </message>
 </context>
 <context>
  <name>EquationStrip</name>
  <message>
   <source>空</source>
   <translation>blank</translation>
  </message>
 </context>
 <context>
  <name>FindingDetail</name>
  <message>
   <source>{0}改为 {1}</source>
   <translation>{0} becomes {1}</translation>
  </message>
  <message>
   <source>可能：{0}</source>
   <translation>Possible: {0}</translation>
  </message>
  <message>
   <source>已更正。请注明是填报有误，还是读取有误。</source>
   <translation>Corrected. Please say whether the report was wrong or the reading.</translation>
  </message>
  <message>
   <source>建议：{0}</source>
   <translation>Proposed: {0}</translation>
  </message>
  <message>
   <source>按 F8 逐处查看问题</source>
   <translation>Press F8 to go from finding to finding</translation>
  </message>
  <message>
   <source>改后：{0}</source>
   <translation>Then: {0}</translation>
  </message>
  <message>
   <source>采用 {0}</source>
   <translation>Take {0}</translation>
  </message>
 </context>
 <context>
  <name>FindingsModel</name>
  <message>
   <source>{0} 条等式</source>
   <translation>{0} equations</translation>
  </message>
  <message>
   <source>已更正</source>
   <translation>corrected</translation>
  </message>
  <message>
   <source>未发现问题</source>
   <translation>No findings</translation>
  </message>
  <message>
   <source>未注明原因</source>
   <translation>no reason given</translation>
  </message>
  <message>
   <source>未能核对：{0}</source>
   <translation>Not checked: {0}</translation>
  </message>
 </context>
 <context>
  <name>FindingsPane</name>
  <message>
   <source>已与 {0} 年对照</source>
   <translation>compared with {0}</translation>
  </message>
  <message>
   <source>已处理 {0}</source>
   <translation>settled {0}</translation>
  </message>
  <message>
   <source>未能核对 {0}</source>
   <translation>not checked {0}</translation>
  </message>
  <message>
   <source>问题</source>
   <translation>Findings</translation>
  </message>
  <message>
   <source>问题清单</source>
   <translation>Findings</translation>
  </message>
 </context>
 <context>
  <name>Menus</name>
  <message>
   <source>工具栏</source>
   <translation>Tool bar</translation>
  </message>
  <message>
   <source>帮助(&amp;H)</source>
   <translation>&amp;Help</translation>
  </message>
  <message>
   <source>报告列表</source>
   <translation>List of reports</translation>
  </message>
  <message>
   <source>文件(&amp;F)</source>
   <translation>&amp;File</translation>
  </message>
  <message>
   <source>查看(&amp;V)</source>
   <translation>&amp;View</translation>
  </message>
  <message>
   <source>核对(&amp;C)</source>
   <translation>&amp;Review</translation>
  </message>
  <message>
   <source>法定表格</source>
   <translation>Statutory tables</translation>
  </message>
  <message>
   <source>编辑(&amp;E)</source>
   <translation>&amp;Edit</translation>
  </message>
  <message>
   <source>问题清单</source>
   <translation>Findings</translation>
  </message>
 </context>
 <context>
  <name>PagePane</name>
  <message>
   <source>原文</source>
   <translation>Pages of the PDF</translation>
  </message>
 </context>
 <context>
  <name>PageRenderer</name>
  <message>
   <source>这个文件在读取之后被改动或替换过，请重新打开它。</source>
   <translation>This file was changed or replaced after it was read; open it again.</translation>
  </message>
  <message>
   <source>页面画不出来；表格里的数字不受影响。</source>
   <translation>The page cannot be drawn; the figures in the tables are not affected.</translation>
  </message>
 </context>
 <context>
  <name>RecoveryTexts</name>
  <message>
   <source>{0} 条处理意见需要重新确认</source>
   <translation>{0} decision(s) have to be made again</translation>
  </message>
  <message>
   <source>{0} 格数字不同</source>
   <translation>{0} cell(s) print something else</translation>
  </message>
  <message>
   <source>“{0}”有 {1} 格在恢复之前又改过，保留现在的值。</source>
   <translation>{1} cells of “{0}” were changed again before the recovery; they keep their present values.</translation>
  </message>
  <message>
   <source>“{0}”的 PDF 在上次核对之后变了</source>
   <translation>The PDF of “{0}” was changed since it was reviewed</translation>
  </message>
  <message>
   <source>“{0}”的 PDF 现在无法读取：{1}窗口中仍是上次读到的内容，已做的处理都还在。</source>
   <translation>The PDF of “{0}” cannot be read now: {1} The window shows what was read last; all work on it is kept.</translation>
  </message>
  <message>
   <source>“{0}”的读取结果与上次核对时不同</source>
   <translation>“{0}” is read otherwise than at the last review</translation>
  </message>
  <message>
   <source>上次程序没有正常关闭。当时打开了 {0} 份报告。</source>
   <translation>The program was not closed properly last time. {0} report(s) were open.</translation>
  </message>
  <message>
   <source>上次程序没有正常关闭。当时打开了 {0} 份报告，其中 {1} 份有未保存的处理（{2} 步），都已记下。</source>
   <translation>The program was not closed properly last time. {0} report(s) were open, {1} of them with unsaved work ({2} steps); all of it was kept.</translation>
  </message>
  <message>
   <source>其中 {0} 格的旧修改没有沿用</source>
   <translation>earlier edits of {0} of them were not carried over</translation>
  </message>
  <message>
   <source>原来已完成，请再看一遍</source>
   <translation>it was finished: please look again</translation>
  </message>
  <message>
   <source>原来已搁置，请再看一遍</source>
   <translation>it was set aside: please look again</translation>
  </message>
  <message>
   <source>有 {0} 份操作记录由更新版本的勾稽写下，本版本不能读取，也不会改动；请用新版打开。</source>
   <translation>{0} journal(s) were written by a newer version of Gouji. This one cannot read them and leaves them as they are; please open them with the newer one.</translation>
  </message>
  <message>
   <source>问题：已消除 {0}，仍存在 {1}，新出现 {2}</source>
   <translation>findings: {0} gone, {1} still there, {2} new</translation>
  </message>
 </context>
 <context>
  <name>ReportDelegate</name>
  <message>
   <source>在审</source>
   <translation>in review</translation>
  </message>
  <message>
   <source>已完成</source>
   <translation>done</translation>
  </message>
  <message>
   <source>归档</source>
   <translation>archived</translation>
  </message>
  <message>
   <source>搁置</source>
   <translation>set aside</translation>
  </message>
  <message>
   <source>搁置：{0}</source>
   <translation>Set aside: {0}</translation>
  </message>
  <message>
   <source>无待处理</source>
   <translation>all settled</translation>
  </message>
  <message>
   <source>无法读取：{0}</source>
   <translation>Cannot be read: {0}</translation>
  </message>
  <message>
   <source>无问题</source>
   <translation>no findings</translation>
  </message>
  <message>
   <source>未保存</source>
   <translation>unsaved</translation>
  </message>
  <message>
   <source>未看</source>
   <translation>not seen</translation>
  </message>
  <message>
   <source>未能全部核对</source>
   <translation>not all checked</translation>
  </message>
  <message>
   <source>未能核对 {0}</source>
   <translation>not checked {0}</translation>
  </message>
  <message>
   <source>现在无法读取：{0}</source>
   <translation>cannot be read now: {0}</translation>
  </message>
  <message>
   <source>读取中…</source>
   <translation>Reading…</translation>
  </message>
  <message>
   <source>退回</source>
   <translation>returned</translation>
  </message>
  <message>
   <source>重报</source>
   <translation>resubmitted</translation>
  </message>
 </context>
 <context>
  <name>ReportPane</name>
  <message>
   <source>停止</source>
   <translation>Stop</translation>
  </message>
  <message>
   <source>停止读取还没有读的文件</source>
   <translation>Stop reading the files that are left</translation>
  </message>
  <message>
   <source>完成 {0}/{1}</source>
   <translation>Done {0}/{1}</translation>
  </message>
  <message>
   <source>已读 {0}/{1}</source>
   <translation>Read {0}/{1}</translation>
  </message>
  <message>
   <source>找到 {0}/{1}</source>
   <translation>Found {0}/{1}</translation>
  </message>
  <message>
   <source>报告列表</source>
   <translation>List of reports</translation>
  </message>
  <message>
   <source>按机关查找</source>
   <translation>Find an office</translation>
  </message>
 </context>
 <context>
  <name>ReviewPanel</name>
  <message>
   <source>无法读取</source>
   <translation>Cannot be read</translation>
  </message>
  <message>
   <source>读取中…</source>
   <translation>Reading…</translation>
  </message>
  <message>
   <source>这个文件夹里没有 PDF 文件</source>
   <translation>There is no PDF in this folder</translation>
  </message>
  <message>
   <source>页面无法显示</source>
   <translation>The pages cannot be shown</translation>
  </message>
 </context>
 <context>
  <name>ReviewWindow</name>
  <message>
   <source>不要了</source>
   <translation>Throw away</translation>
  </message>
  <message>
   <source>勾稽</source>
   <translation>Gouji</translation>
  </message>
  <message>
   <source>继续上次的核对</source>
   <translation>Go on where it stopped</translation>
  </message>
 </context>
 <context>
  <name>RuleChoice</name>
  <message>
   <source>现在用的是自带规则。</source>
   <translation> The packaged rules are in force now.</translation>
  </message>
  <message>
   <source>第 {0} 行：{1}</source>
   <translation>line {0}: {1}</translation>
  </message>
  <message>
   <source>等 {0} 处</source>
   <translation>, {0} places in all</translation>
  </message>
  <message>
   <source>规则文件 {0} 有误，写错的条目没有采用：{1}。</source>
   <translation>The rule file {0} has mistakes; the entries they are in are not used: {1}.</translation>
  </message>
  <message>
   <source>规则文件打不开，现用自带规则</source>
   <translation>Rule file cannot be opened: packaged rules in force</translation>
  </message>
  <message>
   <source>规则：{0}</source>
   <translation>Rules: {0}</translation>
  </message>
  <message>
   <source>规则：{0}（{1} 处有误）</source>
   <translation>Rules: {0} (mistakes: {1})</translation>
  </message>
 </context>
 <context>
  <name>RuleCommands</name>
  <message>
   <source>另选规则文件…</source>
   <translation>Choose Another…</translation>
  </message>
  <message>
   <source>已恢复自带规则，所有报告都已重新核对</source>
   <translation>The packaged rules are in force again; every report has been checked anew</translation>
  </message>
  <message>
   <source>已采用 {0}，所有报告都已重新核对</source>
   <translation>{0} is in force; every report has been checked anew</translation>
  </message>
  <message>
   <source>恢复自带规则</source>
   <translation>Back to the Packaged Rules</translation>
  </message>
  <message>
   <source>知道了</source>
   <translation>OK</translation>
  </message>
 </context>
 <context>
  <name>SearchBar</name>
  <message>
   <source>上一个</source>
   <translation>Previous</translation>
  </message>
  <message>
   <source>下一个</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>在原文中查找</source>
   <translation>Find on the pages</translation>
  </message>
  <message>
   <source>正在读取…</source>
   <translation>Reading…</translation>
  </message>
  <message>
   <source>没有找到</source>
   <translation>Not found</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>设置由更新版本的勾稽保存，本版本不能读取，也不会改动它们；这次先用默认设置。</source>
   <translation>The settings were saved by a newer version of Gouji. This one cannot read them and leaves them as they are; it starts with the usual ones.</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>关闭</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>核对人</source>
   <translation>Reviewer</translation>
  </message>
  <message>
   <source>核对人(&amp;A)</source>
   <translation>Review&amp;er</translation>
  </message>
  <message>
   <source>核对人写进核对记录，退回和修改都注明是谁、在什么时候。</source>
   <translation>The name goes into the review: who decided and changed what, and when.</translation>
  </message>
  <message>
   <source>设置</source>
   <translation>Settings</translation>
  </message>
  <message>
   <source>语言(&amp;L) Language</source>
   <translation>&amp;Language 语言</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>Ctrl+滚轮</source>
   <translation>Ctrl+wheel</translation>
  </message>
  <message>
   <source>到下一格、上一格</source>
   <translation>Next, previous cell</translation>
  </message>
  <message>
   <source>复制、粘贴（可与 WPS、Excel 互贴）</source>
   <translation>Copy, paste (also with WPS and Excel)</translation>
  </message>
  <message>
   <source>快捷键一览</source>
   <translation>Keyboard shortcuts</translation>
  </message>
  <message>
   <source>改这一格</source>
   <translation>Edit the cell</translation>
  </message>
  <message>
   <source>放弃正在输入的内容</source>
   <translation>Leave what is being typed</translation>
  </message>
  <message>
   <source>清空选中的格</source>
   <translation>Clear the selected cells</translation>
  </message>
  <message>
   <source>缩放页面</source>
   <translation>Zoom the page</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>可以一次拖入多个文件或整个文件夹。读取后，页面旁边是三张法定表格，不符合勾稽关系的数字会在两边标出。全部在本机完成，不改动原文件。</source>
   <translation>Several files or a whole folder can be dropped at once. Beside the pages stand the three statutory tables; figures that do not add up are marked in both. Everything stays on this machine, and no file is changed.</translation>
  </message>
  <message>
   <source>打开文件…</source>
   <translation>Open files…</translation>
  </message>
  <message>
   <source>打开示例报告</source>
   <translation>Open the sample</translation>
  </message>
  <message>
   <source>把年度报告的 PDF 拖到这里</source>
   <translation>Drop the PDFs of annual reports here</translation>
  </message>
 </context>
 <context>
  <name>StepNames</name>
  <message>
   <source>修改{0}</source>
   <translation>edit of {0}</translation>
  </message>
  <message>
   <source>处理意见</source>
   <translation>decision</translation>
  </message>
  <message>
   <source>备注</source>
   <translation>Remark</translation>
  </message>
  <message>
   <source>完成状态</source>
   <translation>done or not</translation>
  </message>
  <message>
   <source>搁置</source>
   <translation>set aside</translation>
  </message>
  <message>
   <source>等 {0} 格</source>
   <translation> and others, {0} cells</translation>
  </message>
 </context>
 <context>
  <name>TableView</name>
  <message>
   <source>“{0}”不是数字，没有改动</source>
   <translation>“{0}” is no number; nothing was changed</translation>
  </message>
  <message>
   <source>复制</source>
   <translation>Copy</translation>
  </message>
  <message>
   <source>恢复为原文值</source>
   <translation>Restore printed value</translation>
  </message>
  <message>
   <source>粘贴</source>
   <translation>Paste</translation>
  </message>
  <message>
   <source>粘贴的区域超出了这张表，没有改动</source>
   <translation>The range does not fit this table; nothing was changed</translation>
  </message>
 </context>
 <context>
  <name>TablesPane</name>
  <message>
   <source>“{0}”不是数字，请重新输入，或按 Esc 取消</source>
   <translation>“{0}” is no number; type again, or press Esc to leave</translation>
  </message>
 </context>
 <context>
  <name>UiTerms</name>
  <message>
   <source>写文件时程序出错，文件没有写成；请换一个位置重试。</source>
   <translation>The file was not written because of a mistake in the program; try another place.</translation>
  </message>
  <message>
   <source>填报有误</source>
   <translation>Report is wrong</translation>
  </message>
  <message>
   <source>已停止读取；再次打开这个文件即可继续。</source>
   <translation>Reading was stopped; open this file again to go on.</translation>
  </message>
  <message>
   <source>按原样接受</source>
   <translation>Accepted</translation>
  </message>
  <message>
   <source>提示</source>
   <translation>Hints</translation>
  </message>
  <message>
   <source>表三</source>
   <translation>Table 3</translation>
  </message>
  <message>
   <source>表二</source>
   <translation>Table 2</translation>
  </message>
  <message>
   <source>表四</source>
   <translation>Table 4</translation>
  </message>
  <message>
   <source>警告</source>
   <translation>Warnings</translation>
  </message>
  <message>
   <source>读取有误</source>
   <translation>Reading is wrong</translation>
  </message>
  <message>
   <source>读取进程无法启动，请关闭其他程序后重新打开这个文件。</source>
   <translation>The reading process cannot start; close other programs and open the file again.</translation>
  </message>
  <message>
   <source>这个文件无法读取。</source>
   <translation>This file cannot be read.</translation>
  </message>
  <message>
   <source>错误</source>
   <translation>Errors</translation>
  </message>
 </context>
 <context>
  <name>WaiverForm</name>
  <message>
   <source>上级机关已同意按此发布</source>
   <translation>The superior office agreed to publish it so</translation>
  </message>
  <message>
   <source>从列表中选，或写明理由</source>
   <translation>Choose from the list, or say why</translation>
  </message>
  <message>
   <source>取消</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>已向报告单位核实，数字属实</source>
   <translation>Confirmed with the office: the figures are true</translation>
  </message>
  <message>
   <source>报告已发布，随更正公告一并处理</source>
   <translation>Published already; goes into the corrigendum</translation>
  </message>
  <message>
   <source>接受</source>
   <translation>Accept</translation>
  </message>
  <message>
   <source>接受的理由</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>统计口径不同，正文已有说明</source>
   <translation>Counted differently, as the text explains</translation>
  </message>
  <message>
   <source>请写明接受的理由，或按 Esc 取消</source>
   <translation>Say why it is accepted, or press Esc to leave</translation>
  </message>
 </context>
</TS>
