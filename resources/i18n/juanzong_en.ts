<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
    <context>
        <name />
        <message>
            <location filename="../../app/exchange/kinds.py" />
            <source>任务包</source>
            <translation>Task package</translation>
        </message>
        <message>
            <location filename="../../app/exchange/kinds.py" />
            <source>恢复包</source>
            <translation>Recovery package</translation>
        </message>
        <message>
            <location filename="../../app/exchange/kinds.py" />
            <source>报送包</source>
            <translation>Submission package</translation>
        </message>
        <message>
            <location filename="../../app/exchange/kinds.py" />
            <source>退回包</source>
            <translation>Return package</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/__init__.py" />
            <source>录音</source>
            <translation>Audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/__init__.py" />
            <source>视频</source>
            <translation>Video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>3GP 视频</source>
            <translation>3GP video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>7Z 压缩包</source>
            <translation>7Z archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>AAC 录音</source>
            <translation>AAC audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>ACE 压缩包</source>
            <translation>ACE archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>AIFF 录音</source>
            <translation>AIFF audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>ALZ 压缩包</source>
            <translation>ALZ archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>AMR 录音</source>
            <translation>AMR audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>APE 录音</source>
            <translation>APE audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>ARJ 压缩包</source>
            <translation>ARJ archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>AVI 视频</source>
            <translation>AVI video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>AVIF 图片</source>
            <translation>AVIF image</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>BMP 图片</source>
            <translation>BMP image</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>BZ2 压缩包</source>
            <translation>BZ2 archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>CAB 压缩包</source>
            <translation>CAB archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>CAD 图纸</source>
            <translation>CAD drawing</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>CSV 表格</source>
            <translation>CSV sheet</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>EMF 图元文件</source>
            <translation>EMF metafile</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>EPUB 电子书</source>
            <translation>EPUB book</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Excel 2003 XML 表格</source>
            <translation>Excel 2003 XML sheet</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Excel 97–2003 工作簿</source>
            <translation>Excel 97–2003 workbook</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Excel 二进制工作簿</source>
            <translation>Excel binary workbook</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>FLAC 录音</source>
            <translation>FLAC audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>FLV 视频</source>
            <translation>FLV video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>GIF 图片</source>
            <translation>GIF image</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>GZ 压缩包</source>
            <translation>GZ archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>HEIC 手机照片</source>
            <translation>HEIC phone photo</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>HTML 网页</source>
            <translation>HTML page</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>JPEG 2000 图片</source>
            <translation>JPEG 2000 image</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>JPEG 图片</source>
            <translation>JPEG image</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Java 程序包</source>
            <translation>Java package</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>KMZ 地图标注</source>
            <translation>KMZ map marks</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>LZH 压缩包</source>
            <translation>LZH archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>M4A 录音</source>
            <translation>M4A audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>MHT 网页存档</source>
            <translation>MHT web archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>MIDI 音乐</source>
            <translation>MIDI music</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>MKA 录音</source>
            <translation>MKA audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>MKV 视频</source>
            <translation>MKV video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>MOV 视频</source>
            <translation>MOV video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>MP3 录音</source>
            <translation>MP3 audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>MP4 视频</source>
            <translation>MP4 video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>MPEG 视频</source>
            <translation>MPEG video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Microsoft Works 文档</source>
            <translation>Microsoft Works document</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>OFD 版式文件</source>
            <translation>OFD document</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>OGG 录音</source>
            <translation>OGG audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>OGV 视频</source>
            <translation>OGV video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>OLE 复合文档</source>
            <translation>OLE compound file</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>OpenDocument 文件</source>
            <translation>OpenDocument file</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>OpenDocument 文本</source>
            <translation>OpenDocument text</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>OpenDocument 演示文稿</source>
            <translation>OpenDocument slides</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>OpenDocument 绘图</source>
            <translation>OpenDocument drawing</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>OpenDocument 表格</source>
            <translation>OpenDocument sheet</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Outlook 邮件</source>
            <translation>Outlook mail</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>PNG 图片</source>
            <translation>PNG image</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Photoshop 图像</source>
            <translation>Photoshop image</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>PostScript 文件</source>
            <translation>PostScript file</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>PowerPoint 97–2003 演示文稿</source>
            <translation>PowerPoint 97–2003 slides</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>PowerPoint 演示文稿</source>
            <translation>PowerPoint slides</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Project 项目</source>
            <translation>Project plan</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Publisher 出版物</source>
            <translation>Publisher publication</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>RAR 压缩包</source>
            <translation>RAR archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>RealMedia 视频</source>
            <translation>RealMedia video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>SVG 矢量图</source>
            <translation>SVG drawing</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>TAR 打包文件</source>
            <translation>TAR archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>TIFF 图片</source>
            <translation>TIFF image</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>TS 视频</source>
            <translation>TS video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Visio 绘图</source>
            <translation>Visio drawing</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>WAV 录音</source>
            <translation>WAV audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>WMA 录音</source>
            <translation>WMA audio</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>WMF 图元文件</source>
            <translation>WMF metafile</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>WMV 视频</source>
            <translation>WMV video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>WPS 文字</source>
            <translation>WPS text</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>WPS 演示</source>
            <translation>WPS slides</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>WPS 表格</source>
            <translation>WPS sheet</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>WebM 视频</source>
            <translation>WebM video</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>WebP 图片</source>
            <translation>WebP image</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Windows 缩略图缓存</source>
            <translation>Windows thumbnail cache</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Word 2003 XML 文档</source>
            <translation>Word 2003 XML document</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Word 97–2003 文档</source>
            <translation>Word 97–2003 document</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>XML 数据</source>
            <translation>XML data</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>XMind 思维导图</source>
            <translation>XMind mind map</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>XPS 版式文件</source>
            <translation>XPS document</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>XZ 压缩包</source>
            <translation>XZ archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>Z 压缩包</source>
            <translation>Z archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>ZIP 压缩包</source>
            <translation>ZIP archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>ZST 压缩包</source>
            <translation>ZST archive</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>书生 GD 公文</source>
            <translation>Sursen GD document</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>光盘映像</source>
            <translation>Disc image</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>加密的 Office 文档</source>
            <translation>Encrypted Office document</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>图标文件</source>
            <translation>Icon file</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>字体文件</source>
            <translation>Font file</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>快捷方式，不是文件本身</source>
            <translation>Shortcut, not the file itself</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>思维导图</source>
            <translation>Mind map</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>手机安装包</source>
            <translation>Phone app package</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>数据库文件</source>
            <translation>Database file</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>方正 CEB 公文</source>
            <translation>Founder CEB document</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>未知格式</source>
            <translation>Unknown format</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>标文通文字</source>
            <translation>UOF text</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>标文通演示</source>
            <translation>UOF slides</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>标文通表格</source>
            <translation>UOF sheet</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>电子邮件</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>相机原始照片</source>
            <translation>Raw camera photo</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>知网 CAJ 文献</source>
            <translation>CNKI CAJ paper</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>程序文件</source>
            <translation>Program file</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>纯文本</source>
            <translation>Plain text</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>绘图软件的文件</source>
            <translation>File of a drawing program</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>网页快捷方式，不是网页本身</source>
            <translation>Web shortcut, not the page itself</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>苹果 Keynote 演示文稿</source>
            <translation>Apple Keynote presentation</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>苹果 Numbers 表格</source>
            <translation>Apple Numbers spreadsheet</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>苹果 Pages 文稿</source>
            <translation>Apple Pages document</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>苹果 iWork 文稿</source>
            <translation>Apple iWork document</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/formats.py" />
            <source>语音消息</source>
            <translation>Voice message</translation>
        </message>
        <message>
            <location filename="../../app/filetypes/programs.py" />
            <source>光盘或磁盘映像</source>
            <translation>Disc or disk image</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>下载的文件</source>
            <translation>Downloaded file</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>下载的文件过大</source>
            <translation>The download is too large</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>不是本工作区发出的清单的结果，请在发出清单的工作区里收回</source>
            <translation>it answers no list of this workspace; take it in where the list was made</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/captures.py" />
            <source>关掉了 {count} 个对话框：{text}</source>
            <translation>
                <numerusform>{count} dialogs closed: {text}</numerusform>
                <numerusform>{count} dialogs closed: {text}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>关掉了遮挡网页的浮层：{text}</source>
            <translation>a layer over the page was closed: {text}</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>内容被改动过</source>
            <translation>its content was changed</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>到时限时网页仍在加载，采集的是当时的样子</source>
            <translation>still loading at the time limit; captured as it was</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>只采集 http 和 https 开头的网址</source>
            <translation>Only addresses with http and https are captured</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>已被吊销</source>
            <translation>revoked</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>已过期或尚未生效</source>
            <translation>expired or not yet valid</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>已采集</source>
            <translation>Captured</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>打印件</source>
            <translation>Printed PDF</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/captures.py" />
            <source>拦下了 {count} 个弹出窗口</source>
            <translation>
                <numerusform>{count} pop-up windows stopped</numerusform>
                <numerusform>{count} pop-up windows stopped</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/captures.py" />
            <source>拦下了 {count} 个自动下载：{text}</source>
            <translation>
                <numerusform>{count} downloads stopped: {text}</numerusform>
                <numerusform>{count} downloads stopped: {text}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>文件不完整或已损坏，请重新复制，或再运行一次网检信使</source>
            <translation>the file is incomplete or damaged; copy it again or run the courier once more</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>无法建立加密连接</source>
            <translation>No encrypted connection can be made</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/captures.py" />
            <source>有 {count} 张图片没有显示出来</source>
            <translation>
                <numerusform>{count} pictures are not shown</numerusform>
                <numerusform>{count} pictures are not shown</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>有浮层遮挡网页，没能关掉：{text}</source>
            <translation>a layer over the page could not be closed: {text}</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>没有找到这个网站（域名无法解析）</source>
            <translation>The site was not found (its name is unknown)</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>没有网址</source>
            <translation>There is no address</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>没能保存网页</source>
            <translation>the page could not be saved</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>没能印成 PDF</source>
            <translation>could not be printed as PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>没能截图</source>
            <translation>no picture could be taken</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>浏览器未说明原因</source>
            <translation>the browser gives no reason</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>浏览器没有启动或不听指挥</source>
            <translation>The browser did not start or cannot be driven</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>确实要采集内部网址的，请把那个网址直接写进清单</source>
            <translation>If you mean an internal address, write it into the list itself</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>签发者不受信任，或是自签名证书</source>
            <translation>issuer not trusted, or self-signed</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>签名算法过弱</source>
            <translation>weak signature</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/captures.py" />
            <source>经过 {count} 次跳转（{text}）</source>
            <translation>
                <numerusform>{count} redirects ({text})</numerusform>
                <numerusform>{count} redirects ({text})</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网址中带有用户名或密码，不能采集</source>
            <translation>The address has a user name or password and cannot be captured</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网址中没有网站名，或写法有误</source>
            <translation>The address names no site or is written wrongly</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网址之间来回跳转，打不开</source>
            <translation>The addresses lead to each other without end</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网址是一个文件，已下载：{text}</source>
            <translation>the address is a file, downloaded: {text}</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网址没有返回任何内容</source>
            <translation>The address gives nothing</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网址过长</source>
            <translation>The address is too long</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网站没有应答</source>
            <translation>The site does not answer</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网站返回 {text}，不是正常网页</source>
            <translation>the site answers {text}, no usual page</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网页存档</source>
            <translation>Saved page</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网页想连接内部网络（{text}），已拦下</source>
            <translation>the page tried to reach the internal network ({text}) and was stopped</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网页没有尽头，只采集到 {text} 像素处</source>
            <translation>the page has no end; captured up to pixel {text}</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网页没有打开</source>
            <translation>The page did not open</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网页自行转到了另一个网址</source>
            <translation>the page moved on to another address by itself</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网页转到了不是网页的地址，已拦下</source>
            <translation>The page led to an address that is no web page and was stopped</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>网页转到了内部网络的地址，已拦下</source>
            <translation>The page led to an address of the internal network and was stopped</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>证书上的网站名与网址不符</source>
            <translation>made for another site</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>证书不受信任：{text}</source>
            <translation>the certificate is not trusted: {text}</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>请安装 Edge、Chrome、360、奇安信等 Chromium 内核的浏览器，或改用网检信使</source>
            <translation>Install Edge, Chrome or another browser of the Chromium family, or use the courier</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>请把浏览器升级到新版本，或用环境变量 JUANZONG_BROWSER 指定另一个浏览器</source>
            <translation>Update the browser, or name another one in the environment variable JUANZONG_BROWSER</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>请核对网址</source>
            <translation>Check the address</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>请核对网址；网站可能已经停用</source>
            <translation>Check the address; the site may be closed</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>请用浏览器下载后直接添加</source>
            <translation>Download it with a browser and add it</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>请用浏览器打开核对</source>
            <translation>Open it in a browser</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>请用浏览器打开核对；网站的加密设置可能有误</source>
            <translation>Open it in a browser; the encryption of the site may be set up wrongly</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>请稍后重试</source>
            <translation>Try again later</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>请稍后重试；网站可能已经关停</source>
            <translation>Try again later; the site may be closed</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>请连接网络后重试，或用网检信使到能上网的电脑上采集</source>
            <translation>Connect it and try again, or use the courier on a computer with a network</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>超过时限，网页没有打开</source>
            <translation>The page did not open in time</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>这台电脑上没有找到可用的浏览器</source>
            <translation>No usable browser was found on this computer</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>这台电脑没有连接网络</source>
            <translation>This computer has no network</translation>
        </message>
        <message>
            <location filename="../../app/names/captures.py" />
            <source>连接不上网站</source>
            <translation>The site cannot be reached</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>{unit}（{reason}）</source>
            <translation>{unit} ({reason})</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/completeness.py" />
            <source>{words}（{count} 件待处理）</source>
            <translation>
                <numerusform>{words} ({count} item pending)</numerusform>
                <numerusform>{words} ({count} items pending)</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>{year}年 {value}</source>
            <translation>{year}: {value}</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>“{name}”未填数据</source>
            <translation>no figure for "{name}"</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>“{name}”未达到（{short}）</source>
            <translation>"{name}" not reached ({short})</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>“{name}”缺 {years} 年的数据</source>
            <translation>“{name}”: no figure for {years}</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>不涉及：{told}</source>
            <translation>Not applicable: {told}</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>不用交</source>
            <translation>Not asked for</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>共 {items} 件</source>
            <translation>Items: {items}</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>共 {items} 件，其中 {waiting} 件待处理</source>
            <translation>Items: {items}, of which {waiting} need attention</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>已说明材料齐全</source>
            <translation>said to be complete</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>指标体系里没有这项核验任务</source>
            <translation>The indicator set has no such verification task</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>按应有材料还差 {entries}</source>
            <translation>of what is expected, still missing: {entries}</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>有材料</source>
            <translation>Has items</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>未填报</source>
            <translation>Empty</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>未见</source>
            <translation>Not seen</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>未见 {years} 年的材料</source>
            <translation>nothing from {years}</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>未齐</source>
            <translation>Partial</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>没有这个材料要点，暂列未归要点</source>
            <translation>No such evidence point; kept without a point for now</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>没有这项量化要求</source>
            <translation>No such quantity</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>缺</source>
            <translation>Missing</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>缺 {years} 年</source>
            <translation>{years} missing</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>该单位不是这项指标的责任单位</source>
            <translation>The unit is not responsible for this indicator</translation>
        </message>
        <message>
            <location filename="../../app/names/completeness.py" />
            <source>齐备</source>
            <translation>Complete</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/concerns.py" />
            <source>{count} 件不能印成页面</source>
            <translation>
                <numerusform>{count} items cannot be made into pages</numerusform>
                <numerusform>{count} items cannot be made into pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/concerns.py" />
            <source>{count} 件的著录还没有核对</source>
            <translation>
                <numerusform>{count} items are not confirmed</numerusform>
                <numerusform>{count} items are not confirmed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/concerns.py" />
            <source>{count} 件的题名还是文件名</source>
            <translation>
                <numerusform>{count} items have a file name for a title</numerusform>
                <numerusform>{count} items have a file name for a title</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/evidence.py" />
            <source>手工排定</source>
            <translation>By hand</translation>
        </message>
        <message>
            <location filename="../../app/names/evidence.py" />
            <source>按日期</source>
            <translation>By date</translation>
        </message>
        <message>
            <location filename="../../app/names/evidence.py" />
            <source>按要点、单位</source>
            <translation>By point and unit</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/obligations.py" />
            <source>{count} 项指标另有规定</source>
            <translation>
                <numerusform>{count} indicator has its own rule</numerusform>
                <numerusform>{count} indicators have their own rule</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/obligations.py" />
            <source>只由牵头单位交</source>
            <translation>Only leads owe</translation>
        </message>
        <message>
            <location filename="../../app/names/obligations.py" />
            <source>哪个单位在一个要点交了材料，就由它交齐；没有交的不欠</source>
            <translation>A unit that has given something at a point completes it; the others owe nothing</translation>
        </message>
        <message>
            <location filename="../../app/names/obligations.py" />
            <source>每个牵头、参与单位都要交齐每个要点</source>
            <translation>Every lead and participant owes every point</translation>
        </message>
        <message>
            <location filename="../../app/names/obligations.py" />
            <source>牵头、参与单位都要交</source>
            <translation>Leads and participants owe</translation>
        </message>
        <message>
            <location filename="../../app/names/obligations.py" />
            <source>牵头单位要交，参与单位可以补充；没有牵头单位的指标，列名的单位都要交</source>
            <translation>Leads owe, participants may add; where nobody leads, all units named owe</translation>
        </message>
        <message>
            <location filename="../../app/names/obligations.py" />
            <source>谁有材料谁交</source>
            <translation>Whoever has something owes</translation>
        </message>
        <message>
            <location filename="../../app/names/page_setup.py" />
            <source>不切，印在一页上</source>
            <translation>not cut, on one page</translation>
        </message>
        <message>
            <location filename="../../app/names/page_setup.py" />
            <source>全部页面照原样装订</source>
            <translation>all pages are bound as they are</translation>
        </message>
        <message>
            <location filename="../../app/names/page_setup.py" />
            <source>切成几页</source>
            <translation>cut into pages</translation>
        </message>
        <message>
            <location filename="../../app/names/page_setup.py" />
            <source>只装订第 {pages} 页（{reason}）</source>
            <translation>only pages {pages} are bound ({reason})</translation>
        </message>
        <message>
            <location filename="../../app/names/page_setup.py" />
            <source>摆正第 {pages} 页</source>
            <translation>pages {pages} straightened</translation>
        </message>
        <message>
            <location filename="../../app/names/page_setup.py" />
            <source>纸张 {paper}</source>
            <translation>paper {paper}</translation>
        </message>
        <message>
            <location filename="../../app/names/page_setup.py" />
            <source>纸张 {width}×{height} 毫米</source>
            <translation>paper {width}×{height} mm</translation>
        </message>
        <message>
            <location filename="../../app/names/page_setup.py" />
            <source>自动（长截图切成几页）</source>
            <translation>Automatic (long screenshots are cut)</translation>
        </message>
        <message>
            <location filename="../../app/names/page_setup.py" />
            <source>自定尺寸</source>
            <translation>Own size</translation>
        </message>
        <message>
            <location filename="../../app/names/page_setup.py" />
            <source>转过第 {pages} 页</source>
            <translation>pages {pages} turned</translation>
        </message>
        <message>
            <location filename="../../app/names/page_setup.py" />
            <source>随原件</source>
            <translation>As the file has it</translation>
        </message>
        <message>
            <location filename="../../app/names/printing.py" />
            <source>无改动</source>
            <translation>Unchanged</translation>
        </message>
        <message>
            <location filename="../../app/names/printing.py" />
            <source>有改动</source>
            <translation>Changed</translation>
        </message>
        <message>
            <location filename="../../app/names/printing.py" />
            <source>首次打印</source>
            <translation>First print</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>OFD 版式还原不完整（文字吻合 {percent}%），未采用</source>
            <translation>The OFD layout was not fully restored ({percent}% of the text matches); it was not used</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>PDF 包</source>
            <translation>PDF portfolio</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>PDF 结构有缺陷，已修复后装订</source>
            <translation>The PDF had structural faults; it was repaired before binding</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>{count} 个内嵌网页没有存在文件里，装订页上看不到</source>
            <translation>
                <numerusform>{count} framed pages were not saved in the file and cannot be seen on the bound pages</numerusform>
                <numerusform>{count} framed pages were not saved in the file and cannot be seen on the bound pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>{count} 处图形要靠脚本绘制，装订页上看不到</source>
            <translation>
                <numerusform>{count} drawings are made by scripts and cannot be seen on the bound pages</numerusform>
                <numerusform>{count} drawings are made by scripts and cannot be seen on the bound pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>{count} 处音频、视频或三维模型不能印成页面</source>
            <translation>
                <numerusform>{count} sound, film or 3D model cannot be printed</numerusform>
                <numerusform>{count} sounds, films or 3D models cannot be printed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>{count} 张图片{named}没有存在文件里，装订页上看不到</source>
            <translation>
                <numerusform>{count} picture{named} is not stored in the file and cannot be seen on the pages</numerusform>
                <numerusform>{count} pictures{named} are not stored in the file and cannot be seen on the pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>{count} 张工作表按原设定缩印，字只有约 {size} 磅，看不清，已改为按纸宽分页</source>
            <translation>
                <numerusform>{count} sheet(s) would be shrunk to type of about {size} pt, which nobody can read; they are fitted to the page width instead</numerusform>
                <numerusform>{count} sheet(s) would be shrunk to type of about {size} pt, which nobody can read; they are fitted to the page width instead</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>{count} 张幻灯片全部设为隐藏，已全部印出</source>
            <translation>
                <numerusform>All {count} slides are hidden; all of them were printed</numerusform>
                <numerusform>All {count} slides are hidden; all of them were printed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>{total} 张幻灯片中有 {count} 张是隐藏的（第 {slides} 张），装订页上不印</source>
            <translation>
                <numerusform>{count} of {total} slides are hidden (no. {slides}) and not printed</numerusform>
                <numerusform>{count} of {total} slides are hidden (no. {slides}) and not printed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>与另一张照片很像：{others}</source>
            <translation>Looks much like another photo: {others}</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>以登记页代替</source>
            <translation>Register sheet instead</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>以登记页代替，原件随卷另存</source>
            <translation>A register sheet stands in; the original goes along with the dossier</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>修订未接受</source>
            <translation>Changes not accepted</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>公式没有结果</source>
            <translation>No stored result</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>内存超限</source>
            <translation>Needs too much memory</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>内容与已有材料相同：{used_at}</source>
            <translation>Same content as existing evidence: {used_at}</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>内容过多</source>
            <translation>Too much content</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>内容重复</source>
            <translation>Same content</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>内嵌附件</source>
            <translation>Files inside</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>内部未查完</source>
            <translation>Not fully examined</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>列太窄</source>
            <translation>Narrow columns</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>动图或连拍共 {count} 幅，装订页只有第 1 幅</source>
            <translation>
                <numerusform>The animation or series has {count} frames; only the first is bound</numerusform>
                <numerusform>The animation or series has {count} frames; only the first is bound</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>动态表单</source>
            <translation>Dynamic form</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>包内无文件</source>
            <translation>No file inside</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>包内无材料</source>
            <translation>No material inside</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>包内有异常项</source>
            <translation>Odd entry in archive</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>包内有未取出</source>
            <translation>Members lost</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>卷内将放一张登记页，原件随卷另存；也可另附打印的 PDF</source>
            <translation>A register sheet goes into the volume and the original goes along; you may add a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>压缩包层数过多</source>
            <translation>Nested too deep</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>压缩包是空的，里面没有文件</source>
            <translation>The archive is empty; there is no file in it</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>压缩包未展开</source>
            <translation>Not unpacked</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>压缩包没有展开，里面的文件不在卷内</source>
            <translation>The archive was not unpacked; the files in it are not in the dossier</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>压缩包解开后过大（超过 {gigabytes} GB、{members} 个文件，或压缩比异常），没有展开</source>
            <translation>The archive is too large when unpacked (over {gigabytes} GB or {members} files, or an unlikely ratio); it was not unpacked</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>压缩包过大</source>
            <translation>Archive too large</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>压缩包里只有 {count} 个空文件夹，没有文件</source>
            <translation>
                <numerusform>The archive holds {count} empty folders only and no file</numerusform>
                <numerusform>The archive holds {count} empty folders only and no file</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>压缩包里只有 {count} 个系统文件、临时文件或链接{named}，没有材料</source>
            <translation>
                <numerusform>The archive holds only {count} system files, temporary files or links{named} and no material</numerusform>
                <numerusform>The archive holds only {count} system files, temporary files or links{named} and no material</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>压缩包里套压缩包超过 {levels} 层，这一层没有展开</source>
            <translation>Archives are nested more than {levels} levels deep; this one was not opened</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>压缩包里有 {count} 个文件没有取出{named}</source>
            <translation>
                <numerusform>{count} files of the archive were not taken out{named}</numerusform>
                <numerusform>{count} files of the archive were not taken out{named}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>压缩包里的这一项不是普通文件，或路径指向包外，没有导入</source>
            <translation>This entry of the archive is not a plain file or leads outside; it was not taken in</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>压缩方法 {method} 在本软件里解不开</source>
            <translation>This program cannot unpack the compression method {method}</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>压缩方法不支持</source>
            <translation>Unknown packing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>原件只存一份，可继续使用；如属误加请移除</source>
            <translation>The original is kept only once; go on using it, or remove it if it was added by mistake</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>原件带有 {count} 处脚本或打开外部文件、程序的动作，装订页不含这些动作</source>
            <translation>
                <numerusform>The original has {count} script or action that opens other files or programs; the bound pages have none</numerusform>
                <numerusform>The original has {count} scripts or actions that open other files or programs; the bound pages have none</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>原件带电子签章，装订页只保留签章图样</source>
            <translation>The original is signed electronically; the bound pages carry only the picture of the signature</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>原件库中找不到这份原件</source>
            <translation>This original is not in the store</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>原件未随卷</source>
            <translation>Original not beside dossier</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>原件正文约有 {expected} 字，装订页上只有 {found} 字，可能有内容没有转出</source>
            <translation>The original's body has about {expected} characters, the bound pages only {found}; some content may be missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>原件缺失</source>
            <translation>Original missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>原件被改动</source>
            <translation>Original altered</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>只是网址（{address}）的快捷方式，没有网页的内容，不能作为材料</source>
            <translation>Only a shortcut to {address}: it does not hold the page and is no evidence</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>只装订第{pages}页（共{count}页）：{reason}</source>
            <translation>
                <numerusform>Only pages {pages} of {count} are bound: {reason}</numerusform>
                <numerusform>Only pages {pages} of {count} are bound: {reason}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>只装首幅</source>
            <translation>First frame only</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>同一张照片不宜用来证明两件事；连拍可只留一张，确有需要的写明理由留用</source>
            <translation>One photo should not show two events. Keep one of a burst, or say why both are needed</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>后缀不符</source>
            <translation>Wrong suffix</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>含宏</source>
            <translation>Has macros</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>图中缺文字</source>
            <translation>Words missing in drawing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>图层不打印</source>
            <translation>Layer not printed</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>图片很长（{width}×{height} 像素），装订时切成几页，页下有序号</source>
            <translation>The picture is very long ({width}×{height} pixels); it is cut into several pages with numbers below</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>图里有 {count} 处文字只有浏览器能显示，装订页上看不到</source>
            <translation>
                <numerusform>{count} texts in the drawing are shown by browsers only and cannot be seen on the bound pages</numerusform>
                <numerusform>{count} texts in the drawing are shown by browsers only and cannot be seen on the bound pages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>填写未显示</source>
            <translation>Value not shown</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>处理超时</source>
            <translation>Took too long</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>处理超过 {seconds} 秒仍未完成，已停止</source>
            <translation>Not finished after {seconds} seconds; stopped</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>字体未嵌入</source>
            <translation>Font not embedded</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>展开超限</source>
            <translation>Writes too much</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>嵌套层数过多</source>
            <translation>Nested too deep</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>工作簿里没有可以印出的内容：是空的，或内容都被隐藏、都在打印区域外（{label}）</source>
            <translation>The workbook has nothing to print: it is empty, or all its content is hidden or outside the print area ({label})</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>已修复</source>
            <translation>Repaired</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>已按实际内容处理，建议把后缀改正</source>
            <translation>It was handled as what it is; better correct the suffix</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>已损坏</source>
            <translation>Damaged</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>带修订痕迹</source>
            <translation>Changes marked</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>带有密级标志，已从工作区清除</source>
            <translation>It bears a mark of state secrecy and was removed from the workspace</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>幻灯片全隐藏</source>
            <translation>All slides hidden</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>库里的原件被改动过，不再是收取时的内容</source>
            <translation>The stored original was altered and is no longer what was taken in</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>应有 {expected} 页，转出 {found} 页，页数不符，未采用</source>
            <translation>{expected} pages expected, {found} pages made; the result was not used</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>引用外部内容</source>
            <translation>Refers to other files</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>引用外部表格</source>
            <translation>Linked workbooks</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>快捷方式</source>
            <translation>Shortcut</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>打印区域外有列</source>
            <translation>Columns not printed</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>打印区域外有行</source>
            <translation>Rows not printed</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>打印区域外还有 {count} 列{named}，装订页上不印</source>
            <translation>
                <numerusform>{count} more column(s){named} lie outside the print area and are not printed on the bound pages</numerusform>
                <numerusform>{count} more column(s){named} lie outside the print area and are not printed on the bound pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>打印区域外还有 {count} 行，装订页上不印</source>
            <translation>
                <numerusform>{count} more row(s) lie outside the print area and are not printed on the bound pages</numerusform>
                <numerusform>{count} more row(s) lie outside the print area and are not printed on the bound pages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>批注也要装订的，请选择印出批注</source>
            <translation>If comments are to be bound too, choose to print them</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>批注未印</source>
            <translation>Comments left out</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>指向网页的，请打开网页另存为 PDF 或截图；指向文件的，请添加那个文件</source>
            <translation>If it leads to a web page, save that page as PDF or take a screenshot; if it leads to a file, add that file</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>文件内容过多，超过本软件能读的限度（{label}），已停止</source>
            <translation>The file holds more than this program reads ({label}); reading was stopped</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>文件内嵌 {count} 个附件{named}，装订页不含附件内容</source>
            <translation>
                <numerusform>{count} file inside{named}; the bound pages do not show its content</numerusform>
                <numerusform>{count} files inside{named}; the bound pages do not show their content</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>文件内有（或无法排除）程序、快捷方式、宏或脚本，原件没有随卷另存</source>
            <translation>Programs, shortcuts, macros or scripts are in the file or cannot be ruled out; the original was not laid beside the dossier</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>文件内部没有全部查看（{label}），可能有装订页上看不到的内容</source>
            <translation>Not all of the file could be examined ({label}); it may hold content that the bound pages do not show</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>文件名后缀是 {suffix}，内容其实是 {label}</source>
            <translation>The suffix is {suffix}, but the content is {label}</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>文件已损坏，读不出内容（{label}）</source>
            <translation>The file is damaged and cannot be read ({label})</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>文件带有宏，转换时没有运行，装订页不受宏影响</source>
            <translation>The file has macros; they were not run, and the bound pages do not depend on them</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>文件是空的（0 字节）</source>
            <translation>The file is empty (0 bytes)</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>文件设有打开密码（{label}）</source>
            <translation>The file needs a password ({label})</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>文件里另有 {count} 幅缩略图或蒙版，没有当作页面装订</source>
            <translation>
                <numerusform>The file also has {count} thumbnails or masks; they are not bound as pages</numerusform>
                <numerusform>The file also has {count} thumbnails or masks; they are not bound as pages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>文件里只有空白，没有文字</source>
            <translation>The file holds only blanks, no text</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>文件里的内容一层套一层，层数超过本软件能读的限度（{label}），已停止</source>
            <translation>What is in the file lies in itself deeper than this program reads ({label}); reading was stopped</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>文字转出不全</source>
            <translation>Text incomplete</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>日期域为空</source>
            <translation>Empty date fields</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>是光盘或磁盘映像，不收、不装订、不随卷另存</source>
            <translation>It is a disc or disk image; it is not taken in, bound, or laid beside a dossier</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>是快捷方式，不是文件本身，不收、不装订、不随卷另存</source>
            <translation>It is a shortcut, not the file itself; it is not taken in, bound, or laid beside a dossier</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>是程序或脚本，不是证据材料，不收、不装订、不随卷另存</source>
            <translation>It is a program or script, no evidence; it is not taken in, bound, or laid beside a dossier</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 个公式（今天的日期、随机数等）没有存下结果，装订页上印成 #N/A</source>
            <translation>
                <numerusform>{count} formula(s) (today's date, random numbers and the like) have no stored result and are printed as #N/A</numerusform>
                <numerusform>{count} formula(s) (today's date, random numbers and the like) have no stored result and are printed as #N/A</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 个图层设为不打印{named}，装订页上没有</source>
            <translation>
                <numerusform>{count} layers are set not to print{named}; the bound pages do not have them</numerusform>
                <numerusform>{count} layers are set not to print{named}; the bound pages do not have them</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 个数字或日期所在的列太窄，会显示成 ####，装订时已把列加宽</source>
            <translation>
                <numerusform>{count} number(s) or date(s) stand in columns that are too narrow and would show as ####; the columns were widened for binding</numerusform>
                <numerusform>{count} number(s) or date(s) stand in columns that are too narrow and would show as ####; the columns were widened for binding</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 个生僻字或符号没有字体，可能印成〓、空白或方框：{characters}</source>
            <translation>
                <numerusform>{count} rare characters or symbols have no font and may print as a stand-in mark, blank or boxed: {characters}</numerusform>
                <numerusform>{count} rare characters or symbols have no font and may print as a stand-in mark, blank or boxed: {characters}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 个电子签章没有图样或设为不打印，装订页上看不到</source>
            <translation>
                <numerusform>{count} electronic seals have no picture or are set not to print; they do not show on the bound pages</numerusform>
                <numerusform>{count} electronic seals have no picture or are set not to print; they do not show on the bound pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 个自造字没有标准编码，可能印成〓或别的字：{characters}</source>
            <translation>
                <numerusform>{count} private characters have no standard code and may print as a stand-in mark or as others: {characters}</numerusform>
                <numerusform>{count} private characters have no standard code and may print as a stand-in mark or as others: {characters}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 个表单域填了内容却没有显示出来，装订页上也没有</source>
            <translation>
                <numerusform>{count} form fields are filled in but do not show their content; the bound pages do not either</numerusform>
                <numerusform>{count} form fields are filled in but do not show their content; the bound pages do not either</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 列隐藏的内容{named}，装订页上不印</source>
            <translation>
                <numerusform>{count} hidden column(s) with content{named} are not printed on the bound pages</numerusform>
                <numerusform>{count} hidden column(s) with content{named} are not printed on the bound pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 处修订没有接受或拒绝，装订页按接受后的样子印，不印已删去的文字</source>
            <translation>
                <numerusform>{count} tracked change(s) are neither accepted nor rejected; the bound pages show the text as accepted, without deleted words</numerusform>
                <numerusform>{count} tracked change(s) are neither accepted nor rejected; the bound pages show the text as accepted, without deleted words</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 处内容引自别的文件，装订页只印这份文件里存有的样子</source>
            <translation>
                <numerusform>{count} part comes from another file; the bound pages show only what this file holds</numerusform>
                <numerusform>{count} parts come from other files; the bound pages show only what this file holds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 处内容要从文件以外读取{named}，没有读取，装订页上只有文件里存下的部分</source>
            <translation>
                <numerusform>{count} item of content would be read from outside the file{named}; it was not read, and the pages show only what the file itself holds</numerusform>
                <numerusform>{count} items of content would be read from outside the file{named}; they were not read, and the pages show only what the file itself holds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 处批注、图章、文字或表单内容设为不打印，装订页上没有</source>
            <translation>
                <numerusform>{count} comment, stamp, text or form value is set not to print and is not on the bound pages</numerusform>
                <numerusform>{count} comments, stamps, texts or form values are set not to print and are not on the bound pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 处文字读不出来，印成了〓</source>
            <translation>
                <numerusform>{count} places in the text cannot be decoded and print as a stand-in mark</numerusform>
                <numerusform>{count} places in the text cannot be decoded and print as a stand-in mark</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 处日期、时间或文件名要到打开时才生成，文件里没有存下，装订页上空着</source>
            <translation>
                <numerusform>{count} date(s), time(s) or file name(s) are only made up when the file is opened; nothing is stored, so the bound pages leave them blank</numerusform>
                <numerusform>{count} date(s), time(s) or file name(s) are only made up when the file is opened; nothing is stored, so the bound pages leave them blank</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 处隐藏文字（共 {characters} 字），装订页上不印</source>
            <translation>
                <numerusform>{count} stretch(es) of hidden text ({characters} characters) are not printed on the bound pages</numerusform>
                <numerusform>{count} stretch(es) of hidden text ({characters} characters) are not printed on the bound pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 张隐藏的工作表{named}，装订页上不印</source>
            <translation>
                <numerusform>{count} hidden sheet(s){named} are not printed on the bound pages</numerusform>
                <numerusform>{count} hidden sheet(s){named} are not printed on the bound pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 条批注，批注的文字没有印在装订页上</source>
            <translation>
                <numerusform>{count} comment; its words are not printed on the bound pages</numerusform>
                <numerusform>{count} comments; their words are not printed on the bound pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 条批注，装订页上不印</source>
            <translation>
                <numerusform>{count} comment(s) are not printed on the bound pages</numerusform>
                <numerusform>{count} comment(s) are not printed on the bound pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 种字体没有嵌入文件{named}，装订页上用相近的字体显示</source>
            <translation>
                <numerusform>{count} fonts are not embedded in the file{named}; the bound pages show similar ones</numerusform>
                <numerusform>{count} fonts are not embedded in the file{named}; the bound pages show similar ones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>有 {count} 行隐藏的内容，装订页上不印</source>
            <translation>
                <numerusform>{count} hidden row(s) with content are not printed on the bound pages</numerusform>
                <numerusform>{count} hidden row(s) with content are not printed on the bound pages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有不打印内容</source>
            <translation>Not for printing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有乱码</source>
            <translation>Undecodable text</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有内容未转出</source>
            <translation>Parts not drawn</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有内部标志</source>
            <translation>Internal mark</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有字印不出</source>
            <translation>No font for characters</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有密码</source>
            <translation>Password</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有批注</source>
            <translation>Comments</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有自造字</source>
            <translation>Private characters</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有隐藏列</source>
            <translation>Hidden columns</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有隐藏工作表</source>
            <translation>Hidden sheets</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有隐藏幻灯片</source>
            <translation>Hidden slides</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有隐藏文字</source>
            <translation>Hidden text</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>有隐藏行</source>
            <translation>Hidden rows</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>未解开</source>
            <translation>Not opened</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>本机没有找到 LibreOffice，{label} 暂时不能转成页面</source>
            <translation>LibreOffice was not found on this computer; {label} cannot be turned into pages for now</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>本机没有能解开 {label} 的程序，没有展开</source>
            <translation>No program on this computer can unpack {label}; it was not unpacked</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>本软件不能解开 {label}，没有展开</source>
            <translation>This program cannot unpack {label}; it was not opened</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>本软件缺少读这种文件的部件，或部件被安全软件拦住了（{label}），文件没有读，与文件本身无关</source>
            <translation>The part of this program that reads such files is missing, or security software blocked it ({label}); the file was not read, and is not to blame</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>材料日期 {date} 早于要求的 {since_year} 年</source>
            <translation>The evidence is dated {date}, before the required {since_year}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>正文中插入的 {count} 个外部部分没有转出，装订页上缺这些内容</source>
            <translation>
                <numerusform>{count} foreign part(s) put into the text could not be printed; their content is missing on the bound pages</numerusform>
                <numerusform>{count} foreign part(s) put into the text could not be printed; their content is missing on the bound pages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>正文缺部分</source>
            <translation>Text part missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>没有写明检索时间</source>
            <translation>The time at which the page was seen is missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>没有写明网址，看的人找不到原网页</source>
            <translation>The web address is missing, so nobody can find the page again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>没有可印内容</source>
            <translation>Nothing to print</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>没有文字</source>
            <translation>No text</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>涉密，已清除</source>
            <translation>Secret, removed</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>照片可能模糊不清</source>
            <translation>The photo may be blurred</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>照片太小</source>
            <translation>Photo too small</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>照片太小（{width}×{height} 像素），打印会模糊</source>
            <translation>The photo is too small ({width}×{height} pixels) and will print blurred</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>照片模糊</source>
            <translation>Photo blurred</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>照片相似</source>
            <translation>Photos alike</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>版式还原不完整</source>
            <translation>Layout incomplete</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>磁盘映像</source>
            <translation>Disk image</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>程序</source>
            <translation>Program</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>空压缩包</source>
            <translation>Empty archive</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>空文件</source>
            <translation>Empty file</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>第 {pages} 页不符合长期保存格式，已转为图像页并保留文字层</source>
            <translation>Pages {pages} do not fit the long-term format; they were turned into images with a text layer</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>第 {pages} 页大部分是深色，可能与原件不符</source>
            <translation>Page {pages} is dark for the most part and may differ from the original</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>第 {pages} 页有内容没有转出（{label}）</source>
            <translation>Page {pages}: some content could not be drawn ({label})</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>筛选隐藏了行</source>
            <translation>Filtered rows</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>签章仅存图样</source>
            <translation>Signature as picture only</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>签章无图样</source>
            <translation>Seal not shown</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缩印过小</source>
            <translation>Fit too small</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缩略图未装</source>
            <translation>Thumbnails left out</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缺内嵌网页</source>
            <translation>Framed page missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缺分卷</source>
            <translation>Part missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缺图形</source>
            <translation>Drawing missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缺图片</source>
            <translation>Pictures missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缺检索时间</source>
            <translation>No time seen</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缺网址</source>
            <translation>No address</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缺解压程序</source>
            <translation>Unpacker missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缺读取部件</source>
            <translation>Reader missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缺转换程序</source>
            <translation>Converter missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>缺邮件附件</source>
            <translation>Attachment missing</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>网址快捷方式</source>
            <translation>Web shortcut</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>网页无正文</source>
            <translation>Page without text</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>网页的正文要靠脚本显示，文件里没有文字，装订页可能是空白</source>
            <translation>The text of the page is shown by scripts; the file holds none, and the bound page may be blank</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>脚本未带入</source>
            <translation>Scripts left out</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>表中数据取自另外 {count} 个工作簿，装订页上印的是文件里存下的数值</source>
            <translation>
                <numerusform>The data come from {count} other workbook(s); the bound pages show the values stored in this file</numerusform>
                <numerusform>The data come from {count} other workbook(s); the bound pages show the values stored in this file</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>表格正在筛选，有 {count} 行没有显示，装订页上不印</source>
            <translation>
                <numerusform>The table is filtered; {count} row(s) are not shown and not printed on the bound pages</numerusform>
                <numerusform>The table is filtered; {count} row(s) are not shown and not printed on the bound pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>装订页带修订痕迹（{count} 处修订），已删去的文字也印在页上</source>
            <translation>
                <numerusform>The bound pages show the marks of tracked changes ({count} change(s)); deleted words are printed too</numerusform>
                <numerusform>The bound pages show the marks of tracked changes ({count} change(s)); deleted words are printed too</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>要装订全部内容的，请在原表中取消打印区域后另存，再重新添加</source>
            <translation>To bind everything, clear the print area in the workbook, save a copy and add it again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>要装订全部内容的，请选择印出隐藏内容，或清除筛选后另存，再重新添加</source>
            <translation>To bind everything, choose to print hidden content, or clear the filter, save a copy and add it again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>设置页面时有{then}页，现在是{now}页，原来的页面设置没有使用，全部页面照装</source>
            <translation>The file had {then} pages when they were set up and has {now} now; the setup was not used, all pages are bound</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请与原件核对，必要时另附打印的 PDF</source>
            <translation>Compare with the original; add a printed PDF if need be</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请与原件核对，必要时在原来的电脑上打印为 PDF 后附上</source>
            <translation>Compare with the original; if needed, print it to PDF on the computer it came from and attach that</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请与原件核对，必要时用 OFD 阅读器打印为 PDF 后附上</source>
            <translation>Compare with the original; if needed, print it to PDF in an OFD reader and attach that</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请先确认该材料可以对外提供，再装入卷宗</source>
            <translation>Make sure that it may be shown to outsiders before it goes into a dossier</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请另附打印的 PDF</source>
            <translation>Add a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请向提供的人要一份完整的，或移除这一件</source>
            <translation>Ask the person who provided it for a complete copy, or remove this item</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请在原来的电脑上打印为 PDF 后附上，或改用标准汉字</source>
            <translation>Print it to PDF on the computer it came from and attach that, or use standard characters</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请在浏览器中打开内嵌的网页另存，或打印为 PDF 后添加</source>
            <translation>Open the framed page in a browser and save it, or print it as PDF and add that</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请在浏览器中打开，打印为 PDF 后添加</source>
            <translation>Open the page in a browser, print it as PDF and add that</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请在浏览器中打开，等文字显示后打印为 PDF，再添加</source>
            <translation>Open it in a browser, wait for the text, print it as PDF and add that</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请在能看到完整内容的电脑上打印成 PDF，再用“新版本”替换</source>
            <translation>Print it to PDF on a computer that shows all of it, and replace it as a new version</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请在著录里填写检索时间，如 2021-04-09 15:30；只记得日期，就填日期</source>
            <translation>Enter it in the description, such as 2021-04-09 15:30; the day alone will do if that is all you know</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请在著录里填写网址；手机应用里的页面，可复制链接后粘贴</source>
            <translation>Enter the address in the description; of a page in a mobile app, copy and paste its link</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请在这件材料的“处理…”里取出，随件附上或另作一件</source>
            <translation>Use “Deal with…” at this item to take them out: attach them to it or make items of them</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请在邮件程序中打开，打印为 PDF 后添加</source>
            <translation>Open it in a mail program, print it as PDF and add that</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请在邮件程序中把附件另存，作为本件的附件添加</source>
            <translation>Save the attachments in a mail program and add them as parts of this item</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请安装 LibreOffice，或在设置中指定它的位置，也可另附打印的 PDF</source>
            <translation>Install LibreOffice, or name its place in the settings; you may also add a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请打开映像，把里面的材料复制出来，再添加文件夹</source>
            <translation>Open the image, copy the material out of it, and add that folder</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请把各卷放在同一个文件夹里一起添加，或解开后添加文件夹</source>
            <translation>Put all parts into one folder and add them together, or unpack them and add the folder</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请把网页另存为 PDF、单个文件（.mhtml）或截图，与快捷方式同名、放在一起，网址会自动填上</source>
            <translation>Save the page as PDF, as a single file (.mhtml) or as a screenshot; beside the shortcut and under the same name, its address is filled in by itself</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请拆分或精简后重试，或另附打印的 PDF</source>
            <translation>Split or shorten it and try again, or add a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请按规定线下报送；备份里可能还有，请一并处理</source>
            <translation>Hand it in offline as the rules say; backups may still hold it, deal with them too</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请换用原始照片，不要用聊天软件的缩略图</source>
            <translation>Use the original photo, not a chat program's thumbnail</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对切开的地方是否清楚，必要时另附打印的 PDF</source>
            <translation>Check where it is cut, or attach a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对原件；这些文字也要装订的，请选择印出隐藏内容</source>
            <translation>Check the original; if these words are to be bound too, choose to print hidden content</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对原件；隐藏的列也要装订的，请选择印出隐藏内容</source>
            <translation>Check the original. To bind hidden columns too, choose to print hidden content</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对原件；隐藏的工作表也要装订的，请选择印出隐藏内容</source>
            <translation>Check the original. To bind hidden sheets too, choose to print hidden content</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对原件；隐藏的幻灯片也要装订的，请选择印出隐藏内容</source>
            <translation>Check the original; if hidden slides are to be bound too, choose to print hidden content</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对原件；隐藏的行也要装订的，请选择印出隐藏内容</source>
            <translation>Check the original. To bind hidden rows too, choose to print hidden content</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对哪一稿是定稿；需要印出修订痕迹的，请选择带修订痕迹装订</source>
            <translation>Check which version is final; to print the marks, choose to bind it with its changes marked</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对字形和版面，必要时用原来的软件嵌入字体后另存，再重新添加</source>
            <translation>Check characters and layout; if need be, embed the fonts in the original program, save and add the file again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对数值是否与来源一致</source>
            <translation>Check that the values agree with their source</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对是否拿错了文件，或换一份完整的文件</source>
            <translation>Check whether it is the right file, or take a complete one</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对是否放错文件；内容被隐藏或不在打印区域的，请改好后另存，再重新添加</source>
            <translation>Check whether this is the right file. If content is hidden or outside the print area, change that, save a copy and add it again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对是否放错要点，或补充 {since_year} 年以来的材料</source>
            <translation>Check whether it belongs to this point, or add evidence from {since_year} on</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对能否看清，必要时重新拍摄或扫描</source>
            <translation>Check that it can be read; if not, take or scan it again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对装订页；加宽后仍不清楚的，请在原表中调整列宽后另存</source>
            <translation>Check the bound pages. If they are still unclear, adjust the column widths in the workbook and save a copy</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对装订页；要保留原来的版面，请在原表中改用大纸或分页后另存</source>
            <translation>Check the bound pages. To keep the original layout, choose larger paper or more pages in the workbook and save a copy</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对这份演示文稿是否应当作为材料</source>
            <translation>Check whether this slide show is meant to be evidence</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请核对页面内容；需要把原件交给别人的，请另存为不带宏的格式</source>
            <translation>Check the pages; before you hand the original to others, save it in a format without macros</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请检查安全软件是否隔离了本软件的文件，必要时重新安装本软件，再重新添加</source>
            <translation>Check whether security software quarantined files of this program, install the program again if need be, and add the file anew</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用 Adobe Reader 打开，打印成 PDF 后重新添加</source>
            <translation>Open it in Adobe Reader, print it to PDF and add that</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用 Adobe Reader 点开这些域核对，另存或打印成 PDF 后重新添加</source>
            <translation>Click into these fields in Adobe Reader and check them, then save or print to PDF and add that</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用 Excel 或 WPS 打开，核对后保存一次，再重新添加</source>
            <translation>Open the file in Excel or WPS, check it, save it once and add it again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用 OFD 阅读器打印为 PDF，附上打印的 PDF</source>
            <translation>Print it to PDF in an OFD reader, and add the printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用 Word 打开核对，另存一份后重新添加，或另附打印的 PDF</source>
            <translation>Open the file in Word, check it, save it anew and add it again, or add a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的压缩软件解开后添加文件夹，或重新压成普通的 ZIP</source>
            <translation>Unpack it with the program that packed it and add the folder, or pack it again as an ordinary ZIP</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的软件打开核对，另存为 UTF-8 编码后重新添加</source>
            <translation>Open it in its own program, save it as UTF-8 and add it again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的软件打开确认后另存一份，再重新添加</source>
            <translation>Open it in its own program, save a new copy and add that</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的软件打开确认后另存一份，再重新添加，或另附打印的 PDF</source>
            <translation>Open it in the program it was made with, save a copy and add it again, or attach a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的软件打开确认，或另附打印的 PDF</source>
            <translation>Open it in its own program to check, or add a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的软件打开，与装订页核对</source>
            <translation>Open it in its own program and compare it with the bound pages</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的软件打开，取消密码后另存，再重新添加</source>
            <translation>Open it in its own program, remove the password, save and add it again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的软件打开，把图片嵌入后另存，或另附打印的 PDF</source>
            <translation>Open it in its own program, embed the pictures and save it again, or attach a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的软件打开，把这些内容存进文件后重新添加，或另附打印的 PDF</source>
            <translation>Open it in its own program, store this content in the file and add it again, or attach a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的软件打开，把里层的内容另存为单独的文件再添加，或另附打印的 PDF</source>
            <translation>Open it in the program it was made with, save what lies inside as files of their own and add these, or attach a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的软件拆分、精简或压缩图片后另存，再重新添加，或另附打印的 PDF；确属正常的大文件，可关闭其他程序或换内存更大的电脑重试</source>
            <translation>Split it, shorten it or compress its pictures in the program it was made with, save it and add it again, or add a printed PDF; if it is an ordinary large file, close other programs or try a computer with more memory</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用原来的软件拆分或精简后另存，再重新添加，或另附打印的 PDF</source>
            <translation>Split or shorten it in the program it was made with, save it and add it again, or add a printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用解压软件解开后添加文件夹，或改压成 ZIP</source>
            <translation>Unpack it and add the folder, or pack it as ZIP</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请用解压软件解开，把这些文件单独添加</source>
            <translation>Unpack it with an archive program and add these files one by one</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请自行解压、核对后单独添加</source>
            <translation>Unpack it, check it, and add it on its own</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请自行解压、核对后，把文件夹直接添加进来</source>
            <translation>Unpack it, check it, and add the folder</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请自行解开后添加文件夹</source>
            <translation>Unpack it yourself and add the folder</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请解开后添加文件夹，或确认不必装订</source>
            <translation>Unpack it and add the folder, or confirm that it need not be bound</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请运行体检，并从备份恢复或重新添加</source>
            <translation>Run a check-up; restore from a backup or add it again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请重新从原处复制，或换一份完整的文件</source>
            <translation>Copy it again from where it came from, or take a whole file</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请重新添加同一文件，或恢复备份；然后重新生成</source>
            <translation>Add the same file again or restore a backup, then build again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>请重新设置页面</source>
            <translation>Please set the pages up again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>读取中断</source>
            <translation>Reading broke off</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>读这个文件的程序中途退出（{label}），文件可能已损坏，也可能结构异常</source>
            <translation>The program that reads this file ended midway ({label}); the file may be damaged, or built in an unusual way</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>超出年限</source>
            <translation>Outside the period</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>转为图像页</source>
            <translation>Turned into images</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>转成页面时失败（{label}）</source>
            <translation>Turning into pages failed ({label})</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>转换失败</source>
            <translation>Conversion failed</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>这个文件展开后太大，写出的内容超过上限（{megabytes} MB），已停止</source>
            <translation>Unpacked, this file is too large: what it writes exceeds the limit ({megabytes} MB); stopped</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>这个文件展开后太大，处理它需要的内存超过本机给的上限（{megabytes} MB），已停止</source>
            <translation>Unpacked, this file is too large: handling it needs more memory than this computer allows ({megabytes} MB); stopped</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>这是 PDF 包，里面有 {count} 个文件{named}，装订的只是它的封面页</source>
            <translation>
                <numerusform>This is a PDF portfolio with {count} files inside{named}; only its cover page is bound</numerusform>
                <numerusform>This is a PDF portfolio with {count} files inside{named}; only its cover page is bound</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>这是分卷压缩包的一卷，缺少“{missing}”，打不开</source>
            <translation>This is one part of a split archive; “{missing}” is missing, so it cannot be opened</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>这是动态表单（XFA），页面上只有“请稍候”一类的提示，没有表单内容</source>
            <translation>This is a dynamic form (XFA); its page only says “Please wait” or the like, the content of the form is not on it</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>这种文件不能直接印成页面（{label}）</source>
            <translation>Such a file cannot be printed as pages ({label})</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>选页装订</source>
            <translation>Pages chosen</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>邮件已加密</source>
            <translation>Mail encrypted</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>邮件正文已加密或封在数字签名里，装订页上只有信头</source>
            <translation>The text of the mail is encrypted or sealed in a signature; only its head is on the bound page</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/problems.py" />
            <source>邮件的 {count} 个附件{named}没有装订</source>
            <translation>
                <numerusform>{count} attachments of the mail{named} are not bound</numerusform>
                <numerusform>{count} attachments of the mail{named} are not bound</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>长图分页</source>
            <translation>Long picture cut</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>需要交出原件的，请把里面的材料取出来，去掉程序、宏和脚本后重新添加</source>
            <translation>If the original must be handed over, take the material out of it, remove programs, macros and scripts, and add it again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>需要其余各幅时，请另存为图片后单独添加</source>
            <translation>If the others are needed, save them as pictures and add them</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>需要印出的，请在原文件中改为固定的文字后另存，再重新添加</source>
            <translation>If they are needed, replace them by fixed text in the original, save a copy and add it again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>需要时请在原来的软件中打开图层，打印成 PDF 后重新添加</source>
            <translation>If they are needed, switch the layers on in the original program, print to PDF and add that</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>需要时请在原来的软件中改为可打印，另存或打印成 PDF 后重新添加</source>
            <translation>If need be, set it to print in its own program, save it or print it to PDF, and add it again</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>需要时请把它们另存后单独添加</source>
            <translation>Save them apart and add them if they are needed</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>需要留存时，请在阅读器中连同批注摘要打印成 PDF，再重新添加</source>
            <translation>To keep them, print the file with a summary of comments to PDF in a reader and add that</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>需要证明系统建设情况的，请截图或导出数据后添加</source>
            <translation>To show that a system exists, add screenshots or exported data</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>音视频未印</source>
            <translation>Media not printed</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>页数不符</source>
            <translation>Page count differs</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>页面大片深色</source>
            <translation>Mostly dark page</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>页面设置未用</source>
            <translation>Page setup not used</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>首页有“{mark}”字样</source>
            <translation>The first page says "{mark}"</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>验证签章请使用原件</source>
            <translation>Use the original to verify the signature</translation>
        </message>
        <message>
            <location filename="../../app/names/problems.py" />
            <source>（{names}）</source>
            <translation> ({names})</translation>
        </message>
        <message>
            <location filename="../../app/names/rechecks.py" />
            <source>内容有变</source>
            <translation>Changed</translation>
        </message>
        <message>
            <location filename="../../app/names/rechecks.py" />
            <source>打不开</source>
            <translation>Dead</translation>
        </message>
        <message>
            <location filename="../../app/names/rechecks.py" />
            <source>打得开，文字没有比对</source>
            <translation>Opens; words not compared</translation>
        </message>
        <message>
            <location filename="../../app/names/rechecks.py" />
            <source>没有查成</source>
            <translation>Not checked</translation>
        </message>
        <message>
            <location filename="../../app/names/rechecks.py" />
            <source>网址已变</source>
            <translation>Moved</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>{name}（{notes}）</source>
            <translation>{name} ({notes})</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/review.py" />
            <source>不涉及变动 {count} 处</source>
            <translation>
                <numerusform>{count} changed as not applicable</numerusform>
                <numerusform>{count} changed as not applicable</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/review.py" />
            <source>减少 {count} 件</source>
            <translation>
                <numerusform>{count} removed</numerusform>
                <numerusform>{count} removed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>基本完成</source>
            <translation>Mostly achieved</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>已报送</source>
            <translation>Submitted</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>已改待审</source>
            <translation>Reworked</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>已销号</source>
            <translation>Closed</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>待整改</source>
            <translation>Open</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>待销号</source>
            <translation>To verify</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>撤回报送</source>
            <translation>Submission withdrawn</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>整改中</source>
            <translation>In progress</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>未完成</source>
            <translation>Not achieved</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>未开始</source>
            <translation>Not started</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>超期 {long}</source>
            <translation>{long} overdue</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>通过</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>随整项退回</source>
            <translation>Returned with the whole</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>随要点退回</source>
            <translation>Returned with its point</translation>
        </message>
        <message>
            <location filename="../../app/names/review.py" />
            <source>验收退回</source>
            <translation>sent back</translation>
        </message>
        <message>
            <location filename="../../app/names/stages.py" />
            <source>{days} 天</source>
            <translation>{days} days</translation>
        </message>
        <message>
            <location filename="../../app/names/stages.py" />
            <source>{months} 个月</source>
            <translation>{months} months</translation>
        </message>
        <message>
            <location filename="../../app/names/stages.py" />
            <source>{years} 年</source>
            <translation>{years} years</translation>
        </message>
        <message>
            <location filename="../../app/names/stages.py" />
            <source>不计进度</source>
            <translation>Not measured</translation>
        </message>
        <message>
            <location filename="../../app/names/stages.py" />
            <source>已达到</source>
            <translation>Reached</translation>
        </message>
        <message>
            <location filename="../../app/names/stages.py" />
            <source>已过 {long}</source>
            <translation>{long} ago</translation>
        </message>
        <message>
            <location filename="../../app/names/stages.py" />
            <source>日期未定</source>
            <translation>No date yet</translation>
        </message>
        <message>
            <location filename="../../app/names/stages.py" />
            <source>有延误风险</source>
            <translation>At risk</translation>
        </message>
        <message>
            <location filename="../../app/names/stages.py" />
            <source>正常</source>
            <translation>On track</translation>
        </message>
        <message>
            <location filename="../../app/names/stages.py" />
            <source>逾期</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <location filename="../../app/names/tasks.py" />
            <source>{unit}（{role}）</source>
            <translation>{unit} ({role})</translation>
        </message>
        <message>
            <location filename="../../app/names/tasks.py" />
            <source>{year} 年主题：{text}</source>
            <translation>Theme of {year}: {text}</translation>
        </message>
        <message>
            <location filename="../../app/names/tasks.py" />
            <source>分值：{weight}</source>
            <translation>Points: {weight}</translation>
        </message>
        <message>
            <location filename="../../app/names/tasks.py" />
            <source>完成时限：{deadline}</source>
            <translation>Deadline: {deadline}</translation>
        </message>
        <message>
            <location filename="../../app/names/tasks.py" />
            <source>本任务责任单位：{units}</source>
            <translation>Units for this task: {units}</translation>
        </message>
        <message>
            <location filename="../../app/names/tasks.py" />
            <source>评分办法：{rule}</source>
            <translation>Scoring: {rule}</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/material_check.py" />
            <source>修改台账</source>
            <translation>Change a register</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/material_check.py" />
            <source>修改台账的行</source>
            <translation>Change a register row</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/material_check.py" />
            <source>包里台账的行数</source>
            <translation>the number of register rows in the package</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/material_check.py" />
            <source>台账的行</source>
            <translation>Rows of registers</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/material_check.py" />
            <source>各列的内容</source>
            <translation>Cells</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/material_check.py" />
            <source>恢复台账的行</source>
            <translation>Restore a register row</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/material_check.py" />
            <source>登记台账</source>
            <translation>Enter a register row</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/material_check.py" />
            <source>移除台账的行</source>
            <translation>Remove a register row</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>{of_name} {of} {measure}，{kind}</source>
            <translation>{of_name} {of} {measure}, {kind}</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>不在选项里：{choices}</source>
            <translation>not among the choices: {choices}</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>不是可能的日期，请写成 2021-03-05</source>
            <translation>not a possible date; write 2021-03-05</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>不是年度，请写成 2021</source>
            <translation>not a year; write 2021</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>不是数字</source>
            <translation>not a number</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>不是有效的身份证号码</source>
            <translation>not a valid identity number</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>不是电话号码</source>
            <translation>not a telephone number</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>与第 {other} 行重复</source>
            <translation>the same as in row {other}</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>人名</source>
            <translation>person</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>可填入</source>
            <translation>can be filled in</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>合计</source>
            <translation>total</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>大于 {high}</source>
            <translation>more than {high}</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>小于 {low}</source>
            <translation>less than {low}</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>已填入</source>
            <translation>filled in</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>已填的数与台账不符</source>
            <translation>differs from the register</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>数</source>
            <translation>number</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>早于“{other}”</source>
            <translation>earlier than “{other}”</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>是或否</source>
            <translation>yes or no</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>最多</source>
            <translation>most</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>最少</source>
            <translation>least</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>没有可算的行</source>
            <translation>no row counts</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>没有填写</source>
            <translation>not filled in</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>证件号码</source>
            <translation>identity number</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>请填“是”或“否”</source>
            <translation>enter yes or no</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/registers.py" />
            <source>金额</source>
            <translation>money</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/verification/registers.py" />
            <source>（另有 {count} 行待改，未计入）</source>
            <translation>
                <numerusform> ({count} more to mend, not counted)</numerusform>
                <numerusform> ({count} more to mend, not counted)</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/verification/site_check.py" />
            <source>包里核验现场的个数</source>
            <translation>the number of sites in the package</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/site_check.py" />
            <source>恢复核验现场</source>
            <translation>restore a site</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/site_check.py" />
            <source>未准备</source>
            <translation>Not yet</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/verification/web_check.py" />
            <source>不符合 {count} 条</source>
            <translation>
                <numerusform>{count} contradicted</numerusform>
                <numerusform>{count} contradicted</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>包里检索清单的行数</source>
            <translation>number of lines of look-up lists in the package</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>包里网络检索记录的条数</source>
            <translation>Number of look-ups in the package</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>恢复网络检索记录</source>
            <translation>Bring a look-up back</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>收到创建办的检索清单</source>
            <translation>Look-up list of the office received</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>未检索</source>
            <translation>Not looked up</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>查到但不符合</source>
            <translation>Found, but not as required</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>查到并符合</source>
            <translation>Found and as required</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>检索清单的行</source>
            <translation>Lines of the look-up list</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>没有查到</source>
            <translation>Not found</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/names/verification/web_check.py" />
            <source>没有查到 {count} 条</source>
            <translation>
                <numerusform>{count} not found</numerusform>
                <numerusform>{count} not found</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>清单 {lines} 条，各单位合计应检索 {total} 条，已检索 {done} 条</source>
            <translation>{lines} lines; {done} of {total} look-ups of all units done</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>清单 {total} 条，已检索 {done} 条</source>
            <translation>List of {total}, {done} looked up</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>移回检索清单</source>
            <translation>Put back on the look-up list</translation>
        </message>
        <message>
            <location filename="../../app/names/verification/web_check.py" />
            <source>要看到的内容</source>
            <translation>What must be seen</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>一个单位各项核验任务的审核结论和意见</source>
            <translation>The verdicts on one unit's verification tasks</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>一个单位牵头、参与哪些指标，要交什么，到哪天，最多两页</source>
            <translation>Which indicators a unit leads or takes part in, what it has to hand in and by when; two pages at most</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>一个单位的全部材料，供双方清点签字</source>
            <translation>All evidence of one unit, to be counted and signed by both sides</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>一个单位的自查自评，供盖章报送</source>
            <translation>One unit's self-checks, to be stamped and submitted</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>一个单位要提供的每个材料要点和现有情况</source>
            <translation>Every evidence point a unit must supply, and what there is</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>一个单位还没有交齐的每个材料要点和期限</source>
            <translation>Every point that a unit still owes, with its deadline</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>任务分解表</source>
            <translation>Task breakdown</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>催报通知</source>
            <translation>Reminder</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>全县进展，各单位排名</source>
            <translation>Progress of the county, units in order</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>单位汇总、指标汇总、材料明细</source>
            <translation>Units, indicators and items in one workbook</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>审核意见表</source>
            <translation>Review opinions</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>尚缺材料清单</source>
            <translation>List of missing material</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>总台账</source>
            <translation>Master ledger</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>指标要求没有发生、不存在某种情形的，每条任务一份，供盖章后扫描添加</source>
            <translation>For indicators that ask that something has not happened: one for each task, to be stamped, scanned and attached</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>未发生情形说明</source>
            <translation>Statements of non-occurrence</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>材料清单</source>
            <translation>Material list</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>检查组走的路线，每处现场一页：看什么、谁负责，另有同样内容的 PDF</source>
            <translation>The route of the inspectors, a page for each site: what they look at, who answers; the same also as a PDF</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>每项指标的核验任务由谁牵头、谁参与</source>
            <translation>Who leads and who takes part in each verification task</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>现场核验手册</source>
            <translation>Guide to the sites</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>移交清单</source>
            <translation>Handover list</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>给有未销号问题的单位，逐条写明问题、要求、时限</source>
            <translation>For units with open problems: each with its requirement and date</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>给材料未齐的单位，最多两页，另附尚缺材料清单（Excel）</source>
            <translation>For units that lack material; two pages at most, with the list of what is missing in Excel</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>自查报告</source>
            <translation>Self-check report</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>要交材料一览</source>
            <translation>Summary of what is owed</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>进展通报</source>
            <translation>Progress bulletin</translation>
        </message>
        <message>
            <location filename="../../app/reports/papers.py" />
            <source>问题清单和整改情况，逾期标红</source>
            <translation>Problems and their rectification, overdue ones in red</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>全宗名称</source>
            <translation>Fonds name</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>印发机关</source>
            <translation>Printed by</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>双面装订补空白页</source>
            <translation>Blank pages</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>发文机关</source>
            <translation>Issuing body</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>发文机关代字</source>
            <translation>Issuing body's code</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>备份到另一个磁盘</source>
            <translation>Backup on another disk</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>归档号模板</source>
            <translation>Filing number</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>打印份数</source>
            <translation>Copies to print</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>抄送</source>
            <translation>Copies to</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>指标文本出处</source>
            <translation>Source of the indicators' wording</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>材料截止年度</source>
            <translation>Last year</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>档号模板</source>
            <translation>Archive number</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>检查人</source>
            <translation>Checked by</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>每卷页数上限</source>
            <translation>Pages a volume</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>立卷人</source>
            <translation>Filed by</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>立卷时间</source>
            <translation>Filed on</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>类目名称</source>
            <translation>Category name</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>联系人</source>
            <translation>Contact</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>联系电话</source>
            <translation>Contact's phone</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>自动收取收件箱</source>
            <translation>Take files from the inbox</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>减分项</source>
            <translation>Penalty item</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>创建指标</source>
            <translation>Creation indicator</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>加分项</source>
            <translation>Bonus item</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>参与</source>
            <translation>Takes part</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>发布时间</source>
            <translation>Published</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>实地核验</source>
            <translation>Site check</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>指标 {code}</source>
            <translation>Indicator {code}</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>指标 {code}　{method}</source>
            <translation>Indicator {code}　{method}</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>未登记使用人</source>
            <translation>unnamed user</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>材料查证</source>
            <translation>Material check</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>栏目</source>
            <translation>Section</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>案卷评查</source>
            <translation>Case review</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>牵头</source>
            <translation>Leads</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>网站名称</source>
            <translation>Site</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>网络检索</source>
            <translation>Web check</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>跳转后的网址</source>
            <translation>Redirected to</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>随机抽考</source>
            <translation>Exam</translation>
        </message>
        <message>
            <location filename="../../app/terms.py" />
            <source>随机访谈</source>
            <translation>Interview</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>WPS／Word 里还开着</source>
            <translation>It is still open in WPS or Word</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>不知道是哪一件的副本</source>
            <translation>Nobody knows of which item this is a copy</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>先在材料库里恢复它，才能作为新版本</source>
            <translation>Restore it in the library first; then the copy can be its new version</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>可以从文件夹里取出，作为新材料添加</source>
            <translation>It can be taken out of its folder and added as a new item</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>可能被移走或删除</source>
            <translation>It may have been moved or deleted</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>改过，但这件材料已移到回收站</source>
            <translation>Changed, but this item is in the recycle bin</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>改过，再保存时提示</source>
            <translation>Changed; offered when it is saved again</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>改过，可以作为新版本</source>
            <translation>Changed; it can be the new version</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>文件已不在</source>
            <translation>The file is not there any more</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>正在保存</source>
            <translation>Being saved</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>没有存完整</source>
            <translation>Not saved as a whole</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>没有改动</source>
            <translation>Nothing was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>请在 WPS／Word 里重新保存</source>
            <translation>Save it again in WPS or Word</translation>
        </message>
        <message>
            <location filename="../../app/wording/copies.py" />
            <source>这件材料后来另换过版本，请先比较</source>
            <translation>This item has got another version since; compare first</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/dossiers.py" />
            <source>{count} 个案卷不能都叫“{title}”</source>
            <translation>
                <numerusform>{count} case file cannot be called “{title}”</numerusform>
                <numerusform>{count} case files cannot all be called “{title}”</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>“{name}”装订后核对不符，没有采用</source>
            <translation>"{name}" did not pass the check after binding and was not used</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>“{name}”里发现脚本、附带文件等不该有的内容（{detail}），没有采用</source>
            <translation>“{name}” holds scripts, files or the like ({detail}) that must not be there; it was not used</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>原有卷宗没有改动；请运行体检后重试</source>
            <translation>The existing dossier is unchanged; run a check-up and try again</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>工作版</source>
            <translation>Working edition</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>检查组版</source>
            <translation>Inspection edition</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>没有说改哪项指标的案卷</source>
            <translation>No indicator was named whose case file is to be changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>清点单不平：应有 {inputs} 份，装入 {included}、未装 {excluded}、失败 {failed}</source>
            <translation>The ledger does not balance: {inputs} expected, {included} bound, {excluded} left out, {failed} failed</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>请先编制卷宗，或换到卷宗所在的文件夹</source>
            <translation>Compile dossiers first, or turn to the folder that holds them</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>请写指标编号，如 60 或 3、5-9</source>
            <translation>Write the numbers of indicators, such as 60 or 3, 5-9</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>请换一个文件夹</source>
            <translation>Choose another folder</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>这个文件夹里放着{found}的卷宗，不能混放{wanted}：{folder}</source>
            <translation>This folder holds dossiers of the {found}; the {wanted} cannot lie among them: {folder}</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>这个文件夹里没有编好的卷宗：{folder}</source>
            <translation>There are no compiled dossiers in this folder: {folder}</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>这是程序的差错，原有卷宗没有改动；请把出问题的材料打印成 PDF 后替换，并告知技术人员</source>
            <translation>This is a defect of the program; the old dossier is unchanged. Print the material in question to PDF, replace it, and tell your technician</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>这是程序的差错，原有卷宗没有改动；请运行体检，并把清点单交给技术人员</source>
            <translation>This is a fault of the program; the existing dossier is unchanged. Run a check-up and hand the ledger to a technician</translation>
        </message>
        <message>
            <location filename="../../app/wording/dossiers.py" />
            <source>题名请一项一项改；文本出处和保管期限可以一次改几项</source>
            <translation>Change titles one by one; source and retention can be changed for several at once</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>{sender} 的包里有不归它填写的{kind}{record}，没有合并：{path}</source>
            <translation>The package of {sender} holds something that is not its own to fill in ({kind} {record}); it was not merged: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>“{name}”：{reason}</source>
            <translation>"{name}": {reason}</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>工作区的数据库损坏：{path}（{detail}）</source>
            <translation>The workspace's database is damaged: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>工作区里没有备份；另一磁盘上如有备份，用 backup restore 工作区 备份文件 恢复，否则请由对方发恢复包</source>
            <translation>The workspace has no backup; if there is one on another disk, use backup restore WORKSPACE FILE, otherwise ask for a recovery package</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>已在“{folder}”里找过，请核对文件名、后缀和文件夹；清单里的路径从清单所在的文件夹算起</source>
            <translation>“{folder}” was searched. Check the name, the suffix and the folder; paths in the list start from the list's own folder</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>指标 {place} 的这个位置没有量化要求</source>
            <translation>There is no quantity at this place of indicator {place}</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>没有名为 {name} 的责任单位</source>
            <translation>There is no responsible unit {name}</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>没有找到清单里写的文件“{written}”</source>
            <translation>The file “{written}” named in the list was not found</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>请向对方核实包的来源；现有内容没有改动</source>
            <translation>Ask the sender where the package comes from; what is here is unchanged</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>请改掉这些文字再重新打包；涉密内容按规定线下报送</source>
            <translation>Change these words and pack again; hand in secret matter offline, as the rules ask</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>请核对写法，用 units list 查看全部责任单位</source>
            <translation>Check how it is written; see all units with units list</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>请核对指标、核验方式和材料要点</source>
            <translation>Check the indicator, the method and the point</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>请用 item findings 查看哪些材料有“内嵌附件”</source>
            <translation>Use item findings to see which items have files inside</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>请看看临时文件夹所在的磁盘是否满了、能否写入，关闭其他程序，检查安全软件是否拦住了本软件，然后再试；仍不行请重新安装本软件</source>
            <translation>See whether the disk of the temporary folder is full or write-protected, close other programs, check whether security software blocks this program, and try again; if that does not help, install the program again</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>读文件的后台程序没有启动起来：{fault}，这一步没有做成，与文件本身无关</source>
            <translation>The background program that reads files did not start: {fault}. This step was not done; the files are not to blame</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>这份材料里没有内嵌文件</source>
            <translation>The item holds no files inside</translation>
        </message>
        <message>
            <location filename="../../app/wording/errors.py" />
            <source>题名、备注、说明等文字里有密级标志，没有打包：{path}</source>
            <translation>A title, remark or instruction bears a mark of state secrecy, no package was made: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/evidence.py" />
            <source>{name}：{text}</source>
            <translation>{name}: {text}</translation>
        </message>
        <message>
            <location filename="../../app/wording/evidence.py" />
            <source>{size:,} 字节</source>
            <translation>{size:,} bytes</translation>
        </message>
        <message>
            <location filename="../../app/wording/evidence.py" />
            <source>已在此处（{number}《{title}》），没有再加一件</source>
            <translation>Is here already ({number} "{title}"); not added again</translation>
        </message>
        <message>
            <location filename="../../app/wording/evidence.py" />
            <source>已在此处（《{title}》），没有再加一件</source>
            <translation>Here already (“{title}”); not added again</translation>
        </message>
        <message>
            <location filename="../../app/wording/evidence.py" />
            <source>库里的原件被改动过，已用这个文件修复</source>
            <translation>The stored original had been altered and was mended with this file</translation>
        </message>
        <message>
            <location filename="../../app/wording/evidence.py" />
            <source>文件大小</source>
            <translation>File size</translation>
        </message>
        <message>
            <location filename="../../app/wording/evidence.py" />
            <source>文件类型</source>
            <translation>File type</translation>
        </message>
        <message>
            <location filename="../../app/wording/evidence.py" />
            <source>附件</source>
            <translation>Attachments</translation>
        </message>
        <message>
            <location filename="../../app/wording/evidence.py" />
            <source>（无）</source>
            <translation>(none)</translation>
        </message>
        <message>
            <location filename="../../app/wording/evidence.py" />
            <source>（空）</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>{path} 不是卷宗的任务包、报送包、退回包或恢复包</source>
            <translation>{path} is no task, submission, return or recovery package of this program</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>{path} 与 {other} 不是同一个包的分卷，或有重复</source>
            <translation>{path} and {other} are not parts of one package, or one is there twice</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>{path} 是文件夹、管道或设备，不是一个文件，没有打开</source>
            <translation>{path} is a folder, a pipe or a device and no file; it was not opened</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>{what}有 {found}，超过上限 {limit}，没有打开：{path}</source>
            <translation>{what}: {found}, more than the limit of {limit}; not opened: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>不在清单里</source>
            <translation>is not on the list</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>与另一项只有大小写不同</source>
            <translation>differs from another entry only in upper and lower case</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>与另一项重叠</source>
            <translation>overlaps another entry</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>内容清单</source>
            <translation>list of contents</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>写入后读回核对不符：{path}（{member}）</source>
            <translation>What was written does not read back the same: {path} ({member})</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>分卷大小 {size} 字节太小，至少要 {needed} 字节</source>
            <translation>Parts of {size} bytes are too small; at least {needed} bytes are needed</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>加密的内容</source>
            <translation>encrypted content</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包不完整：{path} 的结尾不对，没有复制完，或被改动过</source>
            <translation>The package is incomplete: the end of {path} is wrong; it was not copied whole, or was altered</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包不是加密给本工作区的，或开头被改动过：{path}</source>
            <translation>The package is not encrypted for this workspace, or its head was altered: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包共 {parts} 个分卷，缺第 {missing} 个</source>
            <translation>The package has {parts} parts; part {missing} is missing</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包头</source>
            <translation>header</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包是加密的，要用收件工作区的密钥才能打开：{path}</source>
            <translation>The package is encrypted; only the key of the recipient's workspace opens it: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包没有写成：{path}（{detail}）</source>
            <translation>The package was not written: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包由更新版本的卷宗制作（格式 {found}）：{path}</source>
            <translation>The package was made by a newer Juanzong (format {found}): {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包的{what}超过上限 {limit}，没有打开：{path}</source>
            <translation>The package's {what} exceeds the limit {limit}; it was not opened: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包的格式声明</source>
            <translation>declaration of the format</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包的签名不成立，内容在签名之后被改动过：{path}</source>
            <translation>The signature does not hold; the package was altered after signing: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包的说明</source>
            <translation>description of the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包读不出来：{path}（{detail}）</source>
            <translation>The package cannot be read: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包里一份数据的字节数</source>
            <translation>bytes of a document in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包里一项清单的条数</source>
            <translation>entries of a list in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包里原件的个数</source>
            <translation>originals in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包里原件的总字节数</source>
            <translation>bytes of originals in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包里操作记录的条数</source>
            <translation>log entries in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包里数据的份数</source>
            <translation>documents in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包里数据的条数</source>
            <translation>objects in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包里有带密级标志的材料，整包没有处理：{path}</source>
            <translation>The package holds material with marks of state secrecy and was refused as a whole: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包里的“{member}”{reason}，没有打开：{path}</source>
            <translation>"{member}" in the package {reason}; it was not opened: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包里的“{member}”与发出时不一致：{path}</source>
            <translation>"{member}" in the package differs from what was sent: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>包里缺少“{member}”：{path}</source>
            <translation>"{member}" is missing from the package: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>原件 {sha256}</source>
            <translation>original {sha256}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>名称含有不允许的字符</source>
            <translation>has characters in its name that are not allowed</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>名称的字符编码形式不规范</source>
            <translation>has an irregular character encoding in its name</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>名称过长</source>
            <translation>has too long a name</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>对方先后报来的原件总字节数</source>
            <translation>bytes of originals that the sender has handed in over time</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>对方在本机的操作记录总数</source>
            <translation>log entries of the sender here</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>对方在本机的记录总数</source>
            <translation>records of the sender here</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>工作区设有口令的，请先输入口令解锁；用命令行 inspect 查看的，请加 --workspace 写明工作区</source>
            <translation>If the workspace has a pass-phrase, enter it first; with the command inspect, name the workspace with --workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>带有绝对路径</source>
            <translation>has an absolute path</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>指标体系</source>
            <translation>Indicator set</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>数据</source>
            <translation>Figures</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>数据字节数</source>
            <translation>bytes of data</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>是指向别处的链接</source>
            <translation>is a link to elsewhere</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>是文件夹条目</source>
            <translation>is a folder entry</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>有材料带密级标志，没有打包：{titles}</source>
            <translation>Some items bear a mark of state secrecy, no package was made: {titles}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>条目数</source>
            <translation>number of entries</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>正常的工作到不了这个数，请向对方核实；对方的电脑可能中了病毒，本机内容没有改动</source>
            <translation>Honest work never reaches this number; ask the sender, whose computer may be infected. Nothing here was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>没有加密：对方的密钥随电脑丢了。谁拿到都能看到全部原件和著录，请专人送达，用完删除。</source>
            <translation>Not encrypted: the recipient's key was lost with the computer. Whoever gets it can read all originals and descriptions; have it delivered in person and delete it after use.</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>没有加密：谁拿到都能看到原件、著录和操作记录，请专人送达。</source>
            <translation>Not encrypted: whoever gets it can read originals, descriptions and the log; have it delivered in person.</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>没有加密：谁拿到都能看到审核结论、整改通知和随包原件，请专人送达。</source>
            <translation>Not encrypted: whoever gets it can read review results, rectification notices and the originals in it; have it delivered in person.</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>没有加密：谁拿到都能看到责任分工、期限和说明；包里没有原件。</source>
            <translation>Not encrypted: whoever gets it can read responsibilities, deadlines and instructions; there are no originals in it.</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>涉及的编号：{items}；请报送单位查明并清除，涉密材料按规定线下报送</source>
            <translation>Ids concerned: {items}; the sending unit must find and remove them and hand secrets in offline</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>清单字节数</source>
            <translation>bytes of lists</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>清单的校验值</source>
            <translation>check sums of the lists</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>用了系统保留的名称</source>
            <translation>has a name that the system reserves</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>签名</source>
            <translation>signature</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>经过压缩，展开后大小不可信</source>
            <translation>is compressed; its size cannot be trusted</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>设有压缩包密码</source>
            <translation>has an archive password</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请升级本机的卷宗后再打开</source>
            <translation>Upgrade Juanzong on this computer and open it again</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请只选同一个包的全部分卷</source>
            <translation>Choose all parts of one package, and nothing else</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请对方重新制作，本机内容没有改动</source>
            <translation>Ask the sender to make it again; nothing was changed here</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请把分卷设大一些</source>
            <translation>Choose larger parts</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请把所有分卷复制到同一个文件夹后再打开</source>
            <translation>Copy all parts into one folder and open it again</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请把这些材料移到回收站（其原件不随包），或用 item findings --look-again 彻底清除，再重新打包；涉密材料按规定线下报送</source>
            <translation>Move these items to the recycle bin (their originals then do not travel), or wipe them with item findings --look-again, then pack again; hand in secret material offline, as the rules ask</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请确认 U 盘插好、没有写满后重试，原有的包没有改动</source>
            <translation>Make sure that the USB stick is in and not full, and try again; existing packages are unchanged</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请确认 U 盘没有拔出、没有损坏，重新插好后再试</source>
            <translation>Make sure that the USB stick is in and not damaged, plug it in again and retry</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请确认收件单位；必要时请对方用本工作区现在的公钥重新制作</source>
            <translation>Check who it is for; if need be, have it made again with this workspace's present public key</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请确认选对了文件</source>
            <translation>Make sure that this is the right file</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请选包文件本身</source>
            <translation>Choose the package file itself</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请重新复制；仍不行就请对方重新制作，并当面核实</source>
            <translation>Copy it again; if that does not help, have it made again and verify it in person</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>请重新复制；仍不行就请对方重新制作，本机内容没有改动</source>
            <translation>Copy it again; if that does not help, have it made again; nothing was changed here</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>路径指向包外</source>
            <translation>leads outside the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>这不像是卷宗制作的包，请向对方核实来源</source>
            <translation>This does not look like a package of Juanzong; ask the sender where it comes from</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>这不是卷宗制作的包，请向对方核实来源</source>
            <translation>This is not a package made by Juanzong; ask the sender where it comes from</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>这个 U 盘可能已损坏或容量不实，请换一个，原有的包没有改动</source>
            <translation>The USB stick may be damaged or false in size; use another one. Existing packages are unchanged</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>这个包是发给 {recipient} 的：{path}</source>
            <translation>This package is for {recipient}: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>这是 {found} 的包，本工作区属于 {county}：{path}</source>
            <translation>This package is of {found}; this workspace belongs to {county}: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/exchange.py" />
            <source>重名</source>
            <translation>has the name of another entry</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>YAML 写法有误，请检查这一行及上一行的缩进、冒号和引号</source>
            <translation>Wrong YAML; check the indentation, colons and quotes of this line and the one before</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>categories 里没有类目 {code}</source>
            <translation>categories has no category {code}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>columns 里没有合适的列“{name}”，请核对标识和列的类型</source>
            <translation>columns has no fitting column “{name}”; check its id and type</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>groups 里没有单位集合“{name}”</source>
            <translation>groups has no unit group "{name}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>unit 和 group 应当只填一个</source>
            <translation>give either unit or group, not both</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>units 里没有登记责任单位“{name}”</source>
            <translation>units has no responsible unit "{name}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>{place} 没有与“{text}”对应的唯一一项量化要求</source>
            <translation>{place} has no single quantity that matches "{text}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>{where}：{reason}</source>
            <translation>{where}: {reason}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>“{value}”不在可选范围内，可填：{allowed}</source>
            <translation>"{value}" is not among the choices: {allowed}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>一个文件只能放一份指标体系，请去掉 --- 之后的部分</source>
            <translation>One file holds one indicator set only; remove what follows ---</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>不支持 ! 标签</source>
            <translation>! tags are not supported</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>不支持 &amp; 锚点和 * 引用，请把内容写全</source>
            <translation>&amp; anchors and * references are not supported; write everything out</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>不是 UTF-8 编码，请另存为 UTF-8</source>
            <translation>Not UTF-8; save the file as UTF-8</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>不能为空</source>
            <translation>must not be empty</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>内容不合要求，现为“{value}”</source>
            <translation>The content is not as required: "{value}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>内容改动后请换一个版本号再安装</source>
            <translation>After changing the content, give it a new version number and install again</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>内容超过 {limit} 项，不像是指标体系文件</source>
            <translation>more than {limit} values: this does not look like an indicator set</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>内容过长</source>
            <translation>too long</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>冒号的写法有误：冒号用半角、后面空一格，文字里带冒号的要加引号</source>
            <translation>Wrong colon: use a plain colon and a blank after it; put text with a colon in quotes</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>写法不合要求，现为“{value}”</source>
            <translation>Not written as required: "{value}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>创建阶段</source>
            <translation>Stage</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>前面没有代码为 {code} 的上级类目</source>
            <translation>No category of the code {code} stands before it</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>单位登记</source>
            <translation>Unit</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>取消 {part} {key}：{before}</source>
            <translation>{part} {key} removed: {before}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>可用的有：{available}</source>
            <translation>Available: {available}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>可用：{available}</source>
            <translation>There are: {available}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>同一指标的任务编号 {code} 重复；同一方式有几条任务的，各给一个 code</source>
            <translation>The task code {code} comes twice in one indicator; give several tasks of one method a code each</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>同一指标的核验方式 {method} 重复</source>
            <translation>Verification method {method} occurs twice in one indicator</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>名称“{name}”已用于“{owner}”</source>
            <translation>The name "{name}" is used for "{owner}" already</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>含有不可见的控制字符，请删去</source>
            <translation>Contains invisible control characters; delete them</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>字段 {name} 写了两次</source>
            <translation>Field {name} occurs twice</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>字段名只能是文字</source>
            <translation>Field names must be text</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>层次太深，不像是指标体系文件</source>
            <translation>Nested too deeply for an indicator set</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>已有 {reference}，但内容不同：{path}</source>
            <translation>{reference} exists already with other content: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>应填 true 或 false，现为“{value}”</source>
            <translation>needs true or false, not "{value}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>应填列表（每项以 - 开头）</source>
            <translation>needs a list (each entry begins with -)</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>应填数字，现为“{value}”</source>
            <translation>needs a number, not "{value}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>应填文字</source>
            <translation>needs text</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>应填日期（如 2021-04-09），现为“{value}”</source>
            <translation>needs a date (such as 2021-04-09), not "{value}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>应填若干“字段: 值”</source>
            <translation>needs "field: value" lines</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>引号没有成对</source>
            <translation>Quotes are not in pairs</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>指标 {indicator} 不采用 {method} 核验</source>
            <translation>Indicator {indicator} is not verified by {method}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>指标 {indicator} 有几条任务用 {method} 核验</source>
            <translation>Several tasks of indicator {indicator} are verified by {method}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>指标 {indicator} 的{task} 没有第 {point} 个材料要点</source>
            <translation>{task} of indicator {indicator} has no material point {point}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>指标体系文件 {path} 有问题：{findings}</source>
            <translation>There are faults in the indicator set {path}: {findings}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>指标编号 {code} 与类型 {kind} 不一致</source>
            <translation>Indicator number {code} does not fit the kind {kind}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>指标编号 {code} 重复</source>
            <translation>Indicator number {code} occurs twice</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>改写 {part} {key}：{before} → {after}</source>
            <translation>{part} {key} reworded: {before} → {after}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>数值超出范围，现为“{value}”</source>
            <translation>Number out of range: "{value}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>数据库里的指标体系与存入时不一致，可能是磁盘损坏，或被别的程序改过</source>
            <translation>The indicator set in the database is not what was stored; the disk may be failing, or another program changed it</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>文件读不出来</source>
            <translation>The file cannot be read</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>文件超过 {limit} MB，不像是指标体系文件</source>
            <translation>The file is over {limit} MB and does not look like an indicator set</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>文件里没有内容</source>
            <translation>There is nothing in the file</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>新增 {part} {key}：{after}</source>
            <translation>{part} {key} added: {after}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>方括号或花括号没有成对，或缺少逗号</source>
            <translation>Brackets are not in pairs, or a comma is missing</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>本指标体系的编号是：{ranges}</source>
            <translation>The codes of this set are: {ranges}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>标识 {code} 重复</source>
            <translation>The identifier {code} comes twice</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>核验任务</source>
            <translation>Verification task</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>没有 {name} 这个字段</source>
            <translation>There is no field {name}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>没有写明是哪一个材料要点</source>
            <translation>It is not said which point is meant</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>没有名为 {name} 的指标体系</source>
            <translation>There is no indicator set {name}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>没有名为 {name} 的核验方式</source>
            <translation>There is no verification method {name}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>没有责任单位：指标或它的每条任务都要有 responsible</source>
            <translation>Nobody answers for it: the indicator, or each of its tasks, needs responsible units</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>用了制表符，缩进请改用空格</source>
            <translation>A tab was used; indent with blanks</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>移动 {part}：{before} → {after}</source>
            <translation>{part} moved: {before} → {after}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>第 {line} 行</source>
            <translation>Line {line}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>类目 {category} 里没有二级类目 {code}</source>
            <translation>Category {category} has no subcategory {code}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/frameworks.py" />
            <source>类目 {code} 太深：levels 里只有 {count} 级</source>
            <translation>
                <numerusform>The category {code} is too deep: there is only {count} level</numerusform>
                <numerusform>The category {code} is too deep: there are only {count} levels</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>类目代码 {code} 重复</source>
            <translation>Category code {code} occurs twice</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>编号的写法“{value}”不对：变化的部分写 {{number}}、{{numeral}} 或 {{letter}}，不用空格和斜线</source>
            <translation>“{value}” is no way to write codes: what changes is {{number}}, {{numeral}} or {{letter}}, without spaces and slashes</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>缩进没有对齐</source>
            <translation>Indentation is not even</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>缺少必填字段 {name}</source>
            <translation>The required field {name} is missing</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>要点序号 {number} 没有递增</source>
            <translation>Point number {number} does not rise</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/frameworks.py" />
            <source>要点编号是 1 到 {count}</source>
            <translation>
                <numerusform>Points are numbered 1 to {count}</numerusform>
                <numerusform>Points are numbered 1 to {count}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>该指标的核验方式是：{available}</source>
            <translation>This indicator is verified by: {available}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>请写明一项指标、一种核验方式和一个要点的序号</source>
            <translation>Name one indicator, one method and the number of one point</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>请写明是哪一条：{available}</source>
            <translation>Say which one: {available}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>请按所列的行改正后重试</source>
            <translation>Correct the lines listed and try again</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>请用 backup restore 或在开始页恢复最近的完好备份</source>
            <translation>Restore the latest sound backup with backup restore, or from the start page</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>调整 {part} {key}：{before} → {after}</source>
            <translation>{part} {key} altered: {before} → {after}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>责任单位“{name}”重复</source>
            <translation>Responsible unit "{name}" occurs twice</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/frameworks.py" />
            <source>还有 {count} 处，没有一一列出</source>
            <translation>
                <numerusform>{count} more faults are not listed</numerusform>
                <numerusform>{count} more faults are not listed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>这里的量化要求有：{available}</source>
            <translation>The quantities here are: {available}</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>选项列（type: choice）要写 choices，别的列不写</source>
            <translation>A column of type choice needs choices; others have none</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>量化要求“{text}”重复</source>
            <translation>Quantity "{text}" occurs twice</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>阶段序号 {number} 没有递增</source>
            <translation>Stage number {number} does not rise</translation>
        </message>
        <message>
            <location filename="../../app/wording/frameworks.py" />
            <source>（{field}）</source>
            <translation> ({field})</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>“{name}”不能作{thing}：{fault}</source>
            <translation>"{name}" cannot be the {thing}: {fault}</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>“{name}”不能转成页面</source>
            <translation>"{name}" cannot be turned into pages</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>“{name}”是程序、快捷方式，或认不出的文件，没有打开</source>
            <translation>“{name}” is a program, a shortcut or an unknown file; it was not opened</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>一启动就退出</source>
            <translation>it ended as soon as it started</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>写成 名称=值，名称可用：{names}</source>
            <translation>Write name=value; the names are: {names}</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>单位名称</source>
            <translation>name of a unit</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>原件内容与入库时不一致：{path}</source>
            <translation>The original differs from what was taken in: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>原件库中缺少原件 {sha256}</source>
            <translation>The store lacks the original {sha256}</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>县（市、区）名称</source>
            <translation>name of a county</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>只有数字</source>
            <translation>it has digits only</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>太短</source>
            <translation>too short</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>太长</source>
            <translation>it is too long</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>工作区所在的位置不能写入：{path}（{detail}）</source>
            <translation>The workspace's folder cannot be written in: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>工作区是只读打开的，不能修改：{path}</source>
            <translation>The workspace is open read-only and cannot be changed: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>工作区的数据库写不进去：{path}（{detail}）</source>
            <translation>The workspace’s database cannot be written: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>工作区的数据库正被另一个程序占用：{path}</source>
            <translation>Another program holds the workspace's database: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>工作区的数据库读不到：{path}（{detail}）</source>
            <translation>The workspace's database cannot be read: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>工作区里有别的东西占了位置：{path}（{detail}）</source>
            <translation>Something else takes a place in the workspace: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>已取消，原有内容没有改动</source>
            <translation>Cancelled; nothing was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>文件夹的路径太长：{path}（{length} 字节，最多 {limit} 字节，一个汉字 3 字节）</source>
            <translation>The folder’s path is too long: {path} ({length} bytes, at most {limit}; a Chinese character takes 3)</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>文件夹里不能写入：{path}（{detail}）</source>
            <translation>The folder cannot be written to: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>文件正被其他程序打开，不能更新：{path}</source>
            <translation>Another program has the file open; it cannot be replaced: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>文件读不出来：{path}（{detail}）</source>
            <translation>The file cannot be read: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>本机可用内存不足，这一步没有做成</source>
            <translation>This computer has too little free memory; this step was not done</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>查看和导出不受影响；要修改，请先腾出空间、去掉写保护，或把整个工作区文件夹复制到可以写的磁盘</source>
            <translation>Looking and exporting still work; to change anything, free some space, remove the write protection, or copy the whole workspace folder to a disk that can be written</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>没有地方放临时文件</source>
            <translation>there is no place for temporary files</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>清单“{name}”不能用：{detail}</source>
            <translation>The list “{name}” cannot be used: {detail}</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>相近的有：{similar}</source>
            <translation>Similar: {similar}</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>确实需要的，请用“另存原件”存到别处，查毒后再处理</source>
            <translation>If you do need it, save the original elsewhere and scan it for viruses first</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>磁盘空间不足：{path} 需要 {needed} 字节，只剩 {free} 字节</source>
            <translation>Not enough room on the disk: {path} needs {needed} bytes, only {free} bytes are left</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>系统不让启动新的程序</source>
            <translation>the system starts no new program</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>联络人或电话</source>
            <translation>contact or telephone number</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>设置“{change}”不成立</source>
            <translation>The setting "{change}" does not hold</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请从备份恢复这份原件，并运行体检</source>
            <translation>Restore this original from a backup, and run a check-up</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请关闭其他程序后重新打开；在只读的盘上，请先把整个工作区复制到可以写的磁盘</source>
            <translation>Close the other program and open it again; on a read-only disk, first copy the whole workspace to a disk that can be written</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请关闭其他程序后重试；已经存入的内容没有受影响</source>
            <translation>Close other programs and try again; what was stored is not affected</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请关闭占用它的程序（备份、同步、杀毒软件也可能占用），然后再试</source>
            <translation>Close the program that holds it (backup, synchronisation and antivirus programs may), then try again</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请关闭正在查看它的程序后重新编制</source>
            <translation>Close the program that shows it and compile again</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请在一行里填 {least} 到 {most} 个字；复制来的文字常带着看不见的字符，请直接键入</source>
            <translation>Enter {least} to {most} characters on one line; copied text often brings characters that nobody sees, so type it</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请恢复备份 {backup}：在窗口里再打开一次，按提示恢复；或用 backup restore 工作区 {backup}。恢复时现在的状态会另存</source>
            <translation>Restore the backup {backup}: open the workspace in the window again and follow the question, or use backup restore WORKSPACE {backup}. The present state is kept aside</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请把工作区放到路径短一些的地方</source>
            <translation>Put the workspace where the path is shorter</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请改正后重新导入，xlsx 和 csv 都可以</source>
            <translation>Correct it and import it again; xlsx and csv both do</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请清理磁盘或换一个位置后重试</source>
            <translation>Make room on the disk or choose another place, and try again</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请看看磁盘或 U 盘是否还在、有没有读取权限，然后重新打开；先前完成的都还在</source>
            <translation>Check that the disk or stick is still there and may be read, then open it again; everything finished before is still there</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请看看磁盘是否满了、U 盘是否拔了，然后再试；先前完成的都还在</source>
            <translation>See whether the disk is full or the stick was pulled, then try again; what was finished before is still there</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请看看磁盘是否满了、是否写保护、U 盘是否拔了，然后再试；没有写完的已经撤掉</source>
            <translation>Check whether the disk is full or write-protected, or the stick was pulled out, then try again; what was not finished has been removed</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请确认文件没有被占用，并且有读取权限</source>
            <translation>Make sure that no program holds the file and that you may read it</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>请确认磁盘没有写保护、没有满，并且有写入权限</source>
            <translation>Make sure that the disk is not write-protected or full and that you may write</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>读写文件时出错：{path}（{detail}）</source>
            <translation>A file could not be read or written: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>读文件的后台程序没有启动起来：{fault}（{detail}），这一步没有做成，与文件本身无关</source>
            <translation>The background program that reads files did not start: {fault} ({detail}). This step was not done; the files are not to blame</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>这些名称由本程序使用；请把占位的文件或链接移走（cache 里的可以删除），再重新打开</source>
            <translation>The program uses these names itself. Move the file or link away (what lies in cache can be deleted) and open the workspace again</translation>
        </message>
        <message>
            <location filename="../../app/wording/general.py" />
            <source>里面有换行或看不见的字符</source>
            <translation>it holds line breaks or characters that nobody sees</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>{name} 的包用的是 {other} 的密钥（指纹 {found}），没有合并</source>
            <translation>The package of {name} bears the key of {other} (fingerprint {found}); it was not merged</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>{name} 的包用的是本工作区自己的密钥（指纹 {found}），没有合并</source>
            <translation>The package of {name} bears this workspace's own key (fingerprint {found}); it was not merged</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>{name} 的密钥变了：原来确认的是 {known}，这次是 {found}</source>
            <translation>{name}'s key has changed: {known} was confirmed, now it is {found}</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>{path} 不是卷宗另存的密钥文件</source>
            <translation>{path} is not a key file saved by Juanzong</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>一个密钥只能属于一个单位，可能有人冒充：请向两个单位核实；确实认错了的，到 设置→身份与口令 取消对认错单位的信任（命令行：identity trust --revoke），再合并</source>
            <translation>A key belongs to one unit only, and somebody may be pretending: ask both units. If one was confirmed by mistake, withdraw the trust in that unit under Settings → Identity and pass-phrase (command line: identity trust --revoke), then merge</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>口令不对</source>
            <translation>Wrong passphrase</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>口令太容易猜：{weakness}</source>
            <translation>The pass-phrase is too easy to guess: {weakness}</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>口令太短</source>
            <translation>The passphrase is too short</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>可能是对方换了电脑，也可能是别人冒充；没有当面核实之前不要确认</source>
            <translation>The other side may have a new computer, or somebody pretends to be them; do not confirm before checking in person</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>工作区设有口令，还没有解锁</source>
            <translation>The workspace has a passphrase and is not unlocked</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>已有同名文件：{path}</source>
            <translation>A file of that name exists already: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>已登记：{known}</source>
            <translation>Registered: {known}</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>很多人都用，或只由常见的词、姓名、数字拼成</source>
            <translation>many people use it, or it only joins common words, names and numbers</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>是重复、连着的键、连着的数字或日期</source>
            <translation>it is a repetition, neighbouring keys, running numbers or a date</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>没有登记名为“{name}”的唯一一人</source>
            <translation>There is no single person registered as "{name}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>由县名、单位名加数字拼成</source>
            <translation>it is the name of the county or unit with a number</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>请先输入口令</source>
            <translation>Enter the passphrase first</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>请向对方核实包的来源；对方误用了本工作区的密钥文件的，请在自己的工作区里重新制作</source>
            <translation>Ask the sender where the package is from; if it used this workspace's key file by mistake, let it make the package anew in its own workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>请对方重新念一遍；仍不一致就不要接收</source>
            <translation>Ask them to read it out again; if it still differs, do not accept the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>请打电话或当面请对方念出指纹，一致后确认（命令行：merge 加 --trust 指纹）；每个单位只需一次</source>
            <translation>Have the partner read out the fingerprint by telephone or face to face and confirm it when it is the same (command line: merge with --trust and the fingerprint); once for each unit is enough</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>请换一个文件名，密钥文件不覆盖别的文件</source>
            <translation>Choose another name; key files never overwrite other files</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>请用几个不相干的词，如一句别人想不到的话；不要用姓名、单位、年份、生日和连着的键</source>
            <translation>Use a few unrelated words, such as a sentence nobody would think of; no names, units, years, birthdays or neighbouring keys</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>请至少用 {least} 个字符（一个汉字算两个，总共不少于 8 个），建议用几个不相干的词</source>
            <translation>Use at least {least} characters (a Chinese character counts for two; 8 in all at least), best a few unrelated words</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>请重新输入，注意大小写和输入法</source>
            <translation>Enter it again; mind upper and lower case and the input method</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>输入的指纹 {typed} 与包上的 {found} 不一致</source>
            <translation>The fingerprint entered, {typed}, is not that of the package, {found}</translation>
        </message>
        <message>
            <location filename="../../app/wording/identity.py" />
            <source>还没有核对过 {name} 的密钥指纹：{found}</source>
            <translation>The fingerprint of {name}'s key has not been checked yet: {found}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>{name} 不是图片，不能切页</source>
            <translation>{name} is no picture and cannot be cut into pages</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{column}”一栏填写有误：{text}</source>
            <translation>Column "{column}" is not filled in correctly: {text}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{name}”不是 PDF，而是 {label}</source>
            <translation>"{name}" is not a PDF but {label}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{name}”不能取出：过大、已损坏，或不是独立的文件</source>
            <translation>“{name}” cannot be taken out: it is too large, damaged, or not a file by itself</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{name}”与现在的版本内容完全相同</source>
            <translation>"{name}" is exactly the same as the present version</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{name}”带有密级标志“{mark}”，没有导入</source>
            <translation>"{name}" carries the secrecy mark "{mark}" and was not taken in</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{name}”所属的材料已移到回收站，或已找不到</source>
            <translation>The item of “{name}” is in the recycle bin, or cannot be found</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{name}”是分卷压缩包的一卷，还缺“{missing}”</source>
            <translation>“{name}” is one part of a split archive; “{missing}” is still missing</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{name}”正在别的程序里打开，移动不了</source>
            <translation>“{name}” is open in another program and cannot be moved</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{name}”没有导入</source>
            <translation>"{name}" was not taken in</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{name}”还没有存完整，没有收为新版本</source>
            <translation>“{name}” is not saved as a whole, and did not become the new version</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{name}”里有“{mark}”字样，可能是密级标志，还没有收取</source>
            <translation>“{name}” contains “{mark}”, which may be a mark of state secrecy; it has not been taken in</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{text}”不是可能的年份</source>
            <translation>“{text}” is no possible year</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{text}”不是网址</source>
            <translation>“{text}” is no web address</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>“{title}”没有“{kind}”这条存疑</source>
            <translation>“{title}” has no finding “{kind}”</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>《{title}》不能合为一件</source>
            <translation>“{title}” cannot be joined</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>《{title}》已经归在指标 {indicator} 的这个位置</source>
            <translation>"{title}" is filed at this place of indicator {indicator} already</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>《{title}》归在几处，要写明移动哪一处</source>
            <translation>"{title}" is filed at several places; say which is to be moved</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>《{title}》没有第 {number} 张照片</source>
            <translation>“{title}” has no photo {number}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>一页不能排 {per_page} 张照片</source>
            <translation>{per_page} photos cannot share a page</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>不必再放一次</source>
            <translation>It need not be put there again</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>写上打印的 PDF；要去掉已附上的，只写 --remove</source>
            <translation>Name the printed PDF; to take away the one that is there, give only --remove</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>写成 auto、a4、a3，或宽x高（毫米），如 185x260，每边 50—1200 毫米</source>
            <translation>Write auto, a4, a3, or width x height in millimetres, such as 185x260; each side 50 to 1200 mm</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>分卷压缩包的一卷，已随其他各卷一起解开</source>
            <translation>part of a split archive; unpacked together with its other parts</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>副本“{name}”已经不在了</source>
            <translation>The copy “{name}” is not there any more</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>只装订一部分页，要写明理由</source>
            <translation>A reason is needed where only some pages are bound</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>可能已经收起或丢弃；请看现有的工作副本，再写编号</source>
            <translation>It may have been put away or discarded; look at the working copies there are, and give the number again</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>可能被移走或删除；请重新用“用 WPS／Word 修改”打开一份</source>
            <translation>It may have been moved or deleted; open another one with “Edit in WPS or Word”</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>可选：{units}</source>
            <translation>Choose from: {units}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>大括号里可以写：{known}</source>
            <translation>In braces you may write: {known}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>如：其余为空白页</source>
            <translation>For example: the other pages are blank</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>如：隐藏的是草稿页，不需装订</source>
            <translation>For example: the hidden sheets are drafts and need not be bound</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>已在“{detail}”里找过，请核对文件名、后缀和文件夹</source>
            <translation>“{detail}” was searched; check the name, the suffix and the folder</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>已在“{folder}”里找过，相近的有：{similar}；请核对文件名、后缀和文件夹</source>
            <translation>“{folder}” was searched; similar names: {similar}. Check the name, the suffix and the folder</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>所填文字带有密级标志，没有保存</source>
            <translation>What was typed bears a mark of state secrecy and was not stored</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>指向别处的链接</source>
            <translation>Link to elsewhere</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>指标 {indicator} 有多个责任单位，要写明是哪个单位的材料</source>
            <translation>Indicator {indicator} has several responsible units; say whose evidence this is</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>指标 {indicator} 的{task} 的装订顺序已锁定，没有改动</source>
            <translation>The order of binding of {task} of indicator {indicator} is locked; nothing was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>操作系统的文件</source>
            <translation>File of the operating system</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>文件不存在：{path}</source>
            <translation>There is no such file: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>日期“{text}”看不懂，或不在 1990 年到今天之间</source>
            <translation>The date "{text}" is not understood, or not between 1990 and today</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>核实存疑要写明理由</source>
            <translation>A finding is dismissed with a reason</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>正文是第 0 个，要留在最前；附件从 1 数起</source>
            <translation>The main file is number 0 and stays first; attachments count from 1</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>每页可以排 1、2 或 4 张；0 是按设置</source>
            <translation>1, 2 or 4 photos may share a page; 0 follows the settings</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有写明要附上哪一个 PDF</source>
            <translation>It was not said which PDF to add</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有名为“{text}”的存疑</source>
            <translation>No finding is called “{text}”</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有看懂“{text}”</source>
            <translation>“{text}” was not understood</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有看懂长图怎样装：{text}</source>
            <translation>How to bind the long picture was not understood: {text}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有看懂页码“{text}”</source>
            <translation>The pages “{text}” were not understood</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有编号为 {item_id} 的材料</source>
            <translation>There is no evidence item {item_id}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有编号为 {number} 的工作副本</source>
            <translation>There is no working copy with number {number}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有编号为 {placement_id} 的位置记录</source>
            <translation>There is no place with the number {placement_id}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有说明改哪些材料</source>
            <translation>Nothing says which items are to be changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有说明是哪些照片</source>
            <translation>It is not said which photos are meant</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有说明要添加什么</source>
            <translation>Nothing was named to be added</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没有这种纸：{text}</source>
            <translation>There is no such paper: {text}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>没能查看“{name}”里的内嵌文件</source>
            <translation>The files inside “{name}” could not be listed</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>涉密内容一律不得录入本软件，请按规定线下报送</source>
            <translation>State secrets must never be entered here; hand them in offline as the rules say</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>涉密材料一律不得存入本软件，请按规定线下报送</source>
            <translation>Classified material must never be stored in this program; submit it offline as the rules say</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>照片的序号在照片说明的列表里</source>
            <translation>The list of photo captions has the numbers</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>现有的版本：{available}</source>
            <translation>Versions: {available}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>用 --from 写明，可选：{places}</source>
            <translation>Name it with --from; choose from: {places}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>程序的临时文件</source>
            <translation>Temporary file of a program</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>管道、设备等，不是文件</source>
            <translation>a pipe or device, not a file</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>至少选两件，都属同一个单位；附了打印的 PDF 的，只能排在第一件</source>
            <translation>Choose at least two items of one unit; one with a printed PDF can only be the first</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>要改顺序，请先取消锁定</source>
            <translation>To change the order, unlock it first</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>要选装订的页，请设置装订页</source>
            <translation>To choose the pages to bind, set the pages</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请先在材料库里恢复那件材料；也可以从 {folder} 取出这份副本，作为新材料添加</source>
            <translation>Restore that item in the library first, or take this copy out of {folder} and add it as a new item</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请写 auto（长截图自动切页）、whole（印在一页上）或 pieces（切成几页）</source>
            <translation>Write auto (long screenshots are cut), whole (one page) or pieces (cut into pages)</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请写成 2019 或 2019、2020 这样的年份</source>
            <translation>Write years such as 2019, or several with commas between them</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请写成 2021-04-09、2021.4.9 或 2021年4月9日，也可只写 2021年4月 或 2021</source>
            <translation>Write it as 2021-04-09 or 2021.4.9; 2021-04 or 2021 alone will do too</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请写明文件名，里面有：{names}</source>
            <translation>Name one of those inside: {names}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请写明文件和 --indicator、--method，或用 --manifest 指定清单</source>
            <translation>Name the files with --indicator and --method, or give a list with --manifest</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请写明材料的标识，或用 --indicator、--unit 选定范围</source>
            <translation>Give the ids of items, or choose a range with --indicator, --unit</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请写明材料的编号，或给出照片说明清单</source>
            <translation>Name the items by number, or give a list of photo captions</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请在 WPS／Word 里关闭它，再试一次</source>
            <translation>Close it in WPS or Word, and try again</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请在 WPS／Word 里重新保存，等几秒再试；关不掉的，可另存一份再用“换新版本”</source>
            <translation>Save it again in WPS or Word and try again after a few seconds; if it cannot be closed, save it elsewhere and use “New version…”</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请在原来的软件中打开，另存后添加</source>
            <translation>Open it in its own program, save it and add it</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请在原来的软件中打开，把内嵌文件另存后添加</source>
            <translation>Open it in its own program, save the files inside and add them</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请在原来的软件里打印为 PDF 后再附上</source>
            <translation>Print it to PDF in its own program, and add that</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请打开核对：确实涉密的线下报送；不涉密的写明理由再收取</source>
            <translation>Open it and check: hand in what is secret offline; take in what is not with a reason</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请把缺的一卷放进同一个文件夹，到齐后自动收取</source>
            <translation>Put the missing part into the same folder; once all are there, they are taken in</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请改正这一行后重新导入</source>
            <translation>Correct this line and import again</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请照浏览器地址栏填写，如 https://www.example.gov.cn/zwgk/1.html；没有网址就留空</source>
            <translation>Copy it from the browser's address bar, such as https://www.example.gov.cn/zwgk/1.html, or leave it empty</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请用 item findings 查看有哪些</source>
            <translation>See which there are with item findings</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请用 item list 查看现有的材料和编号</source>
            <translation>See the items and their numbers with item list</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请用 status 查看材料现在归在哪里</source>
            <translation>See where the evidence is filed with status</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>请确认选对了文件，原有版本没有改动</source>
            <translation>Make sure that this is the right file; the existing version is unchanged</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>转页写成 2=90（第2页向右转90度），可转90、180、270；摆正写成 1=0.8，不超过10度</source>
            <translation>Write a turn as 2=90 (page 2 by 90° to the right); 90, 180 and 270 are possible. Write a tilt as 1=0.8, not more than 10°</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/intake.py" />
            <source>这一件共有 {count} 个文件，没有指明的那一个</source>
            <translation>
                <numerusform>This item has {count} files; there is no such one</numerusform>
                <numerusform>This item has {count} files; there is no such one</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/intake.py" />
            <source>这份文件有 {count} 页，页码写成 3-7，9 这样</source>
            <translation>
                <numerusform>This file has {count} pages; write them like 3-7, 9</numerusform>
                <numerusform>This file has {count} pages; write them like 3-7, 9</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>这份材料没有第 {number} 版</source>
            <translation>This evidence item has no version {number}</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>这份材料里没有这个内嵌文件</source>
            <translation>The item holds no such file</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>随网页保存的图片、样式等，网页本身已收，不单独成件</source>
            <translation>picture or style saved with a web page; the page itself was taken in</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>隐藏文件</source>
            <translation>Hidden file</translation>
        </message>
        <message>
            <location filename="../../app/wording/intake.py" />
            <source>题名格式里的“{{{text}}}”不认识</source>
            <translation>“{{{text}}}” in the pattern is not known</translation>
        </message>
        <message>
            <location filename="../../app/wording/jobs.py" />
            <source>写入</source>
            <translation>Writing</translation>
        </message>
        <message>
            <location filename="../../app/wording/jobs.py" />
            <source>加密</source>
            <translation>Encrypting</translation>
        </message>
        <message>
            <location filename="../../app/wording/jobs.py" />
            <source>存入原件</source>
            <translation>Storing originals</translation>
        </message>
        <message>
            <location filename="../../app/wording/jobs.py" />
            <source>查看文件内部</source>
            <translation>Looking through files</translation>
        </message>
        <message>
            <location filename="../../app/wording/jobs.py" />
            <source>查看页面</source>
            <translation>Looking at pages</translation>
        </message>
        <message>
            <location filename="../../app/wording/jobs.py" />
            <source>核对</source>
            <translation>Verifying</translation>
        </message>
        <message>
            <location filename="../../app/wording/jobs.py" />
            <source>核对原件</source>
            <translation>Verifying originals</translation>
        </message>
        <message>
            <location filename="../../app/wording/jobs.py" />
            <source>编排</source>
            <translation>Arranging</translation>
        </message>
        <message>
            <location filename="../../app/wording/jobs.py" />
            <source>解密</source>
            <translation>Decrypting</translation>
        </message>
        <message>
            <location filename="../../app/wording/jobs.py" />
            <source>转为长期保存格式</source>
            <translation>Making the long-term format</translation>
        </message>
        <message>
            <location filename="../../app/wording/jobs.py" />
            <source>转成页面</source>
            <translation>Turning into pages</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>{} 年</source>
            <translation>of {}</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>{} 本</source>
            <translation>{} volumes</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>{} 项指标另有规定</source>
            <translation>{} indicators with their own rule</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>《{}》</source>
            <translation>"{}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>下达整改</source>
            <translation>Rectification ordered</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>从一处移除</source>
            <translation>Remove from a place</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>从备份恢复</source>
            <translation>Restored from backup</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>修复被改动的原件</source>
            <translation>Altered original mended</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>修改人员</source>
            <translation>Person changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>修改单位联系人</source>
            <translation>Unit's contact changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>修改单位集合</source>
            <translation>Unit group changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>修改整改事项</source>
            <translation>Rectification edited</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>修改案卷题名、文本出处或保管期限</source>
            <translation>title, source or retention of a case file changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>修改由谁交材料</source>
            <translation>Who owes material changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>修改设置</source>
            <translation>Settings changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>修改退回理由</source>
            <translation>Return reason changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>修改阶段日期</source>
            <translation>Stage dates changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>停用人员</source>
            <translation>Person retired</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>停用单位</source>
            <translation>Unit retired</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>共 {} 页</source>
            <translation>{} pages</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>再次查看文件内部</source>
            <translation>Looked through again</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>单位加入集合</source>
            <translation>Unit joined a group</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>单位改名</source>
            <translation>Unit renamed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>单位退出集合</source>
            <translation>Unit left a group</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>原为 {}</source>
            <translation>was {}</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>去掉单位别名</source>
            <translation>Unit's alias removed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>去掉附件或打印件</source>
            <translation>Part or printed PDF removed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>发现相似照片</source>
            <translation>Found photos that look alike</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>发给 {}</source>
            <translation>to {}</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>取消不涉及</source>
            <translation>Mark "not applicable" withdrawn</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>只装订第 {} 页</source>
            <translation>only pages {} are bound</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>合并数据包</source>
            <translation>Package merged</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>启用新的工作区副本</source>
            <translation>New copy of the workspace begun</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>填写自查</source>
            <translation>Self-check filled in</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>填报数据</source>
            <translation>Figure stated</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>增加 {} 行</source>
            <translation>{} rows added</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>增加单位别名</source>
            <translation>Unit's alias added</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>增加退回理由</source>
            <translation>Return reason added</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>增加附件或打印件</source>
            <translation>Attachment or print added</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>处理涉密文件</source>
            <translation>Secret files dealt with</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>审核退回</source>
            <translation>Returned on review</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>审核通过</source>
            <translation>Accepted on review</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>恢复 {} 行</source>
            <translation>{} rows restored</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>恢复单位</source>
            <translation>Unit revived</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>恢复审核意见</source>
            <translation>Verdict reinstated</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>恢复整改事项</source>
            <translation>Rectification restored</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>恢复旧版本</source>
            <translation>Older version restored</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>恢复材料</source>
            <translation>Evidence restored</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>指定材料的年份</source>
            <translation>Choose the years of an item</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>指标 {}</source>
            <translation>indicator {}</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>撤回数据</source>
            <translation>Figure withdrawn</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>撤回整改回复</source>
            <translation>Reply withdrawn</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>撤回材料已齐的说明</source>
            <translation>Took back that the material is complete</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>撤回核实</source>
            <translation>Finding opened again</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>撤回自查</source>
            <translation>Self-check withdrawn</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>撤销审核意见</source>
            <translation>Verdict taken back</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>收取材料</source>
            <translation>Evidence taken in</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>改动 {} 行</source>
            <translation>{} rows changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>放到指标</source>
            <translation>Put to an indicator</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>整改回复</source>
            <translation>Rectification replied</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>整改退回</source>
            <translation>Rectification sent back</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>整改销号</source>
            <translation>Rectification closed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>文件 {}</source>
            <translation>file {}</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>更换指标体系</source>
            <translation>Indicator set changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>更新对方加密公钥</source>
            <translation>Sealing key updated</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>来自 {}</source>
            <translation>from {}</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>标为不涉及</source>
            <translation>Marked "not applicable"</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>清除涉密材料</source>
            <translation>Secret material removed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>理由：{}</source>
            <translation>reason: {}</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>生成密钥</source>
            <translation>Key made</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>由任务包建立工作区</source>
            <translation>Workspace made from a task package</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>由恢复包取回材料</source>
            <translation>Work given back by a recovery package</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>登记人员</source>
            <translation>Person registered</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>确认不涉密后收取</source>
            <translation>Taken in as no secret</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>确认对方密钥</source>
            <translation>Key confirmed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>移到别处</source>
            <translation>Move elsewhere</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>移除 {} 行</source>
            <translation>{} rows removed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>移除整改事项</source>
            <translation>Rectification removed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>移除材料</source>
            <translation>Evidence removed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>第 {} 号</source>
            <translation>no. {}</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>第 {} 步</source>
            <translation>step {}</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>认可数据库现有内容</source>
            <translation>Accepted the database's present content</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>记下卷宗已打印</source>
            <translation>dossiers marked as printed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>设置页面</source>
            <translation>Set up pages</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>调整次序</source>
            <translation>Order changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>调整集合次序</source>
            <translation>Group's order changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>选择装订方式</source>
            <translation>Way of binding chosen</translation>
        </message>
        <message>
            <location filename="../../app/wording/log.py" />
            <source>重新整改</source>
            <translation>Rectification reopened</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/merge.py" />
            <source>{change}其他记录 {count} 条</source>
            <translation>
                <numerusform>{change}: {count} other records</numerusform>
                <numerusform>{change}: {count} other records</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/merge.py" />
            <source>{change}材料 {count} 件</source>
            <translation>
                <numerusform>{change}: {count} items</numerusform>
                <numerusform>{change}: {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>{sender} 已改以另一份工作区为准（第 {present} 代），这个包出自作废的那一份（第 {generation} 代），没有合并：{path}</source>
            <translation>{sender} goes by another workspace now (generation {present}); this package comes from the obsolete one (generation {generation}) and was not merged: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>{sender} 有两份工作区各自改过（例如复制到另一台电脑，或恢复过旧备份），没有合并：{path}</source>
            <translation>{sender} has two workspaces with changes of their own (perhaps copied to another computer, or restored from an old backup); not merged: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>{sender} 用的指标体系是 {found}，这里是 {expected}，没有合并：{path}</source>
            <translation>{sender} uses the indicator set {found}, here it is {expected}; not merged: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>{sender} 的包与 {owner} 的另一个包编号相同，没有合并：{path}</source>
            <translation>The package of {sender} has the same id as another package of {owner}; it was not merged: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>{sender} 的包里的{kind}{record}在本机归 {owner} 所有，没有合并：{path}</source>
            <translation>In the package of {sender}, {kind} {record} belongs to {owner} here; it was not merged: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>{sender} 的这次合并之后{what}，不能撤销</source>
            <translation>This merge of {sender} cannot be undone: {what}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>《{title}》由创建办代为填报，本单位不能改动</source>
            <translation>The office filled in "{title}" for the unit; the unit cannot change it</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>《{title}》由责任单位填报，创建办不能改动</source>
            <translation>The responsible unit filled in "{title}"; the office cannot change it</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>不合格式</source>
            <translation>is not in the right form</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>不是一个数</source>
            <translation>is not a number</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>不是公钥</source>
            <translation>is not a public key</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>不是可能的日期</source>
            <translation>is not a possible date</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>不是可能的时间</source>
            <translation>is not a possible time</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>不是指标编号</source>
            <translation>is not an indicator code</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>不是网址</source>
            <translation>is no web address</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>与另一条记录重复</source>
            <translation>is the same as in another record</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>与已有的记录冲突，存不进去</source>
            <translation>conflicts with a record that is here and cannot be stored</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>两个单位不会有同一条记录，请向 {sender} 和 {owner} 核实；是 {owner} 先前的包冒用了的，请撤销那次合并（命令行：merge --undo），再合并这个包。现有内容没有改动</source>
            <translation>Two units never have the same record: ask both {sender} and {owner}. If an earlier package of {owner} has used it wrongly, undo that merge (command line: merge --undo), then merge this package. Nothing here was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>两份工作区不一致</source>
            <translation>Two workspaces disagree</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>之前的第 {numbers} 号包合并后又撤销了；这个包内容完整，不影响合并</source>
            <translation>The merge of earlier package no. {numbers} was undone; this package is whole, so nothing is lost</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>之前的第 {numbers} 号包没有收到；这个包内容完整，不影响合并</source>
            <translation>The earlier packages no. {numbers} did not arrive; this one is whole, so merging is not affected</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>先合并一个对方制作的包并核对指纹，或不加密制作</source>
            <translation>Merge a package of theirs and check the fingerprint first, or do not encrypt</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>其中的材料已移到别处</source>
            <translation>items of it have been moved elsewhere</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>其中的记录后来又有改动</source>
            <translation>its records have been changed since</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>其他单位的可以在“收发记录”里逐个撤销</source>
            <translation>Those of other units can be undone one by one under “History”</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>写了两次</source>
            <translation>is given twice</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>冲突</source>
            <translation>Conflict</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>创建办下发的内容以最新的包为准，不能撤销</source>
            <translation>What the office sends holds in its latest package and cannot be undone</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>包上写的制作时间比本机的时间晚，请核对双方电脑的日期和时间；不影响合并</source>
            <translation>The package says it was made later than this computer's time: check date and time of both computers; the merge is not affected</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>包上写的发送方是“{claimed}”，用的却是“{registered}”的编号，没有合并：{path}</source>
            <translation>The package says that it is from “{claimed}”, but bears the id of “{registered}”; it was not merged: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>包内没有</source>
            <translation>Not in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>包里{document}的“{field}”不合格式，没有合并：{path}</source>
            <translation>In the package, “{field}” of {document} is not as its format says; it was not merged: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>包里{kind}{record}的“{name}”{reason}，没有合并：{path}</source>
            <translation>The package cannot be merged: in {kind} {record}, “{name}” {reason}: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>又合并了它后来的包，或已经撤销过</source>
            <translation>a later package of it was merged, or it was undone already</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/merge.py" />
            <source>另有 {count} 件已在对方的回收站里</source>
            <translation>
                <numerusform>{count} more in their recycle bin</numerusform>
                <numerusform>{count} more in their recycle bin</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>只能撤销每个单位最近一次合并；用 packages 查看记录</source>
            <translation>Only the last merge of each unit can be undone; see the records with packages</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>可能有人冒充，请向“{registered}”核实；该单位确实改了名称的，请在单位登记里改名或加上别名，再合并</source>
            <translation>Somebody may be pretending; ask “{registered}”. If the unit really has a new name, rename it in the register of units or add the name as an alias, then merge</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>含有改变文字方向的字符</source>
            <translation>contains characters that turn the writing direction</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>含有看不见的控制字符</source>
            <translation>contains invisible control characters</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>在指标体系里不存在</source>
            <translation>does not exist in the indicator set</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>对方收到过本单位的第 {numbers} 号包，但不是这份工作区制作的；如果本单位有几份工作区，请只用其中一份</source>
            <translation>The other side has received package no. {numbers} of this unit, but not from this workspace; if the unit has several, use only one</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>对方改以另一份工作区为准</source>
            <translation>The sender goes by another workspace now</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>对方改以另一份工作区为准（第 {numbers} 代），原有内容以这个包为准</source>
            <translation>The sender goes by another workspace now (generation {numbers}); this package replaces what was there</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>对方的操作记录第 {numbers} 条与上次收到的不同，请核实</source>
            <translation>Entry {numbers} of the sender's log differs from last time; please verify</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>对方的操作记录自第 {numbers} 条起断链，请核实</source>
            <translation>The chain of the sender's log breaks from entry {numbers} on; please verify</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>已下达或验收整改</source>
            <translation>rectification has been ordered or verified since</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>已作出审核决定</source>
            <translation>review verdicts have been given since</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>已作废</source>
            <translation>Obsolete</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>已制作</source>
            <translation>Made</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>已撤销</source>
            <translation>Undone</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>已经合并过，没有变化</source>
            <translation>Merged before, nothing new</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>已给该单位制作退回包</source>
            <translation>a return package has been made for the unit since</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>恢复包只用在新电脑上：请在开始页用它另建一个工作区（选另一个空文件夹），这里新加的材料请在那边重新添加；现有内容没有改动</source>
            <translation>A recovery package is for a new computer: make another workspace from it on the start page (in another empty folder) and add there what is new here; nothing was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>指向不存在的记录</source>
            <translation>leads to a record that does not exist</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>新增</source>
            <translation>New</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>新的内容</source>
            <translation>New content</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>是发给别的单位的整改通知</source>
            <translation>is a rectification notice to another unit</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>更新</source>
            <translation>Updated</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>有 {numbers} 份原件是别处送来的，对方只写了校验值、从来没有送来过，按缺少原件处理</source>
            <translation>{numbers} originals came from elsewhere; the sender only gives their check sum and has never sent them, so they count as missing</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>有 {numbers} 份原件的类型、大小或校验值与包上写的不同，已按文件本身登记</source>
            <translation>The kind, length or check sum of {numbers} originals is not what the package says; they were entered as the files themselves are</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>有 {numbers} 处位置找不到对应的材料，没有采用</source>
            <translation>{numbers} places without their items were left out</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>本县没有登记“{sender}”，或已停用，没有合并：{path}</source>
            <translation>No unit "{sender}" is registered in this county, or it is retired; not merged: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>正在写入</source>
            <translation>Writing</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>正常制作的包编号不会重复：请对方重新制作，再有这样的情况请向双方核实来源。现有内容没有改动</source>
            <translation>Packages made in the usual way never share an id: ask the sender to make it again; if it happens again, ask both where theirs came from. Nothing here was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>比上次大得太多</source>
            <translation>is far greater than the last one</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>没有任何材料用到</source>
            <translation>is used by no item</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>没有写完</source>
            <translation>Not finished</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>没有写成</source>
            <translation>Not written</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>没有写明发给哪个单位</source>
            <translation>The unit that it is for was not named</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>没有写明合并哪个包</source>
            <translation>The package to merge was not named</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>没有可以撤销的合并</source>
            <translation>There is no merge to undo</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>的数值不可能</source>
            <translation>has an impossible value</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>相同</source>
            <translation>Same</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请与创建办联系；也可以自行添加一份</source>
            <translation>Ask the office; you may also add one of your own</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请先合并该单位送来过的包；从来没有报过的，发任务包重新开始</source>
            <translation>Merge the packages the unit has sent first; if it never sent any, begin anew with a task package</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请先给该单位发送任务包，对方合并后重新制作报送包</source>
            <translation>Send the unit a task package first; once merged, have the submission package made again</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请写上包文件，可以几个一起</source>
            <translation>Name the package file; there may be several</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请在创建办的工作区里操作</source>
            <translation>Do it in the office's workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请在单位登记里补上后再合并</source>
            <translation>Add it to the registry of units and merge again</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请在审核时退回并写明原因，由该单位改正后重新报送；也可以由创建办另行添加一份</source>
            <translation>Return it on review with a reason, so that the unit corrects it and submits again; the office may also add one of its own</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请在责任单位的工作区里操作</source>
            <translation>Do it in the unit's workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请对方在卷宗里改正这一条后重新制作；对方没有这样填过的，请核实包的来源。本机内容没有改动</source>
            <translation>Ask the sender to correct this entry in Juanzong and to make the package again; if nobody entered it so, find out where the package comes from. Nothing here was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请对方重新制作；仍不行请把双方的卷宗升级到同一版本。本机内容没有改动</source>
            <translation>Ask the sender to make it again; if that does not help, bring both programs to the same version. Nothing here was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请用 --unit 写明责任单位，或用 --all 给所有单位各制作一份</source>
            <translation>Name the unit with --unit, or make one for each unit with --all</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请由该单位在自己的工作区里填报</source>
            <translation>Have the unit fill it in, in its own workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请让该单位改正后重新报送</source>
            <translation>Have the unit correct it and submit again</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请该单位停用旧的那一份；如果它才是对的，请在那里制作“以本机为准”的全量包</source>
            <translation>Have the unit stop using the old one; if that is the right one, make a full package "go by this computer" there</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>请该单位确定以哪一份为准，在那一份里制作“以本机为准”的全量包（pack 命令加 --supersede）重新报来；现有内容没有改动</source>
            <translation>Have the unit decide which one counts, and make a full package "go by this computer" there (pack with --supersede); what is here is unchanged</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>读不出来</source>
            <translation>cannot be read</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>越权</source>
            <translation>Not theirs</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>较旧</source>
            <translation>Older</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>还没有 {name} 的公钥，不能加密给对方</source>
            <translation>{name}'s public key is not known yet; the package cannot be encrypted for them</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>还没有合并过{unit}的报送包，没有可以还给它的材料</source>
            <translation>No submission of {unit} was ever merged, so there is nothing to give back</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/merge.py" />
            <source>这 {count} 个包都没有撤销：{sender} 的这次合并之后{what}</source>
            <translation>
                <numerusform>None of these {count} packages was undone: since the merge of {sender}, {what}</numerusform>
                <numerusform>None of these {count} packages was undone: since the merge of {sender}, {what}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>这一步由创建办办理，这里是责任单位的工作区</source>
            <translation>This is for the office to do; this is a unit's workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>这一步由责任单位办理，这里是创建办的工作区</source>
            <translation>This is for a unit to do; this is the office's workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>这个工作区里已经有本单位自己填报的材料，恢复包没有合并：{path}</source>
            <translation>This workspace already holds work of the unit's own; the recovery package was not merged: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>这里是 {own} 的工作区，不能替 {name} 填报</source>
            <translation>This is the workspace of {own}; it cannot fill in for {name}</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>迟到的旧包，内容已被更新的包覆盖</source>
            <translation>An old package that came late; newer ones have replaced it</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>迟到，已登记</source>
            <translation>Late, registered</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>需要改回时，请创建办重新下发</source>
            <translation>If it has to change back, have the office send it again</translation>
        </message>
        <message>
            <location filename="../../app/wording/merge.py" />
            <source>首次收到</source>
            <translation>First received</translation>
        </message>
        <message>
            <location filename="../../app/wording/papers.py" />
            <source>“{name}”是全县的文书，不按单位出</source>
            <translation>"{name}" is a paper of the whole county, not of a unit</translation>
        </message>
        <message>
            <location filename="../../app/wording/papers.py" />
            <source>“{stage}”的截止日期 {deadline} 早于“{other}”的日期 {other_day}</source>
            <translation>The end of "{stage}", {deadline}, is before the date of "{other}", {other_day}</translation>
        </message>
        <message>
            <location filename="../../app/wording/papers.py" />
            <source>已有同名文件，没有覆盖：{path}</source>
            <translation>A file of that name exists and was not overwritten: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/papers.py" />
            <source>模板 {path} 不能用：{detail}</source>
            <translation>The template {path} cannot be used: {detail}</translation>
        </message>
        <message>
            <location filename="../../app/wording/papers.py" />
            <source>没有名为“{name}”的文书</source>
            <translation>There is no paper named "{name}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/papers.py" />
            <source>没有这个创建阶段：{number}</source>
            <translation>There is no stage {number}</translation>
        </message>
        <message>
            <location filename="../../app/wording/papers.py" />
            <source>请先后有序地填写日期，先改后面的阶段，再改前面的</source>
            <translation>Dates must follow one another: change the later stages first</translation>
        </message>
        <message>
            <location filename="../../app/wording/papers.py" />
            <source>请写明阶段序号，可选：{available}</source>
            <translation>Name the stage's number; choose from: {available}</translation>
        </message>
        <message>
            <location filename="../../app/wording/papers.py" />
            <source>请去掉 --unit</source>
            <translation>Leave out --unit</translation>
        </message>
        <message>
            <location filename="../../app/wording/papers.py" />
            <source>请按 templates 文件夹里的说明改正，或把它移走，改用软件自带的模板</source>
            <translation>Correct it as the folder templates explains, or move it away to use the built-in one</translation>
        </message>
        <message>
            <location filename="../../app/wording/papers.py" />
            <source>请换一个文件名，确认要覆盖时加 --overwrite</source>
            <translation>Choose another name; to overwrite, add --overwrite</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>上一条的校验值</source>
            <translation>check sum of the entry before</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>上级类目</source>
            <translation>category above</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>二级类目</source>
            <translation>second-level category</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>代为填报</source>
            <translation>by office</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>代次</source>
            <translation>generation</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>位置</source>
            <translation>place</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>修改时间</source>
            <translation>changed at</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>修订的处理</source>
            <translation>treatment of tracked changes</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>停用时间</source>
            <translation>time out of use</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>先前的包</source>
            <translation>earlier packages</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>决定人</source>
            <translation>decided by</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>决定时间</source>
            <translation>decided at</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>分值</source>
            <translation>points</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>分年度</source>
            <translation>per year</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>制作时间</source>
            <translation>made at</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>加密公钥</source>
            <translation>sealing key</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>包的编号</source>
            <translation>package id</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>包里“不涉及”的条数</source>
            <translation>“does not apply” marks in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>包里“材料已齐”的条数</source>
            <translation>The number of “material complete” records in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>包里填报数据的条数</source>
            <translation>figures in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>包里审核决定的条数</source>
            <translation>decisions in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>包里报送记录的条数</source>
            <translation>submissions in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>包里整改情况的条数</source>
            <translation>replies in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>包里整改通知的条数</source>
            <translation>notices in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>包里材料所在位置的条数</source>
            <translation>the number of places of items in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>包里材料的件数</source>
            <translation>items in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>包里自查自评的条数</source>
            <translation>self-checks in the package</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>单位分组</source>
            <translation>groups of units</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>原件</source>
            <translation>originals</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>原因</source>
            <translation>reason</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>原文文件</source>
            <translation>file of the source</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>发文单位</source>
            <translation>issuer</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>发现人</source>
            <translation>found by</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>发现日期</source>
            <translation>found on</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>后缀</source>
            <translation>suffix</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>国密校验值</source>
            <translation>SM3 check sum</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>填报人</source>
            <translation>replied by</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>存疑的处理</source>
            <translation>treatment of the finding</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>存疑的说明</source>
            <translation>detail</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>完成日期</source>
            <translation>done on</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>审核依据</source>
            <translation>basis</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>审核决定</source>
            <translation>review decision</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>审核结论</source>
            <translation>review result</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>工作任务</source>
            <translation>task</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>工作名称</source>
            <translation>programme</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>已有的原件</source>
            <translation>originals that are there</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>年度主题</source>
            <translation>themes of years</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>当前版本</source>
            <translation>current revision</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>成员</source>
            <translation>members</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>所在位置</source>
            <translation>Place</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>批注的处理</source>
            <translation>treatment of comments</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>报送人</source>
            <translation>submitted by</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>报送时间</source>
            <translation>submitted at</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>报送记录</source>
            <translation>submission</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>拍摄时间</source>
            <translation>Time taken</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>指定的年份</source>
            <translation>Chosen years</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>指标体系的校验值</source>
            <translation>check sum of the indicator set</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>指标种类</source>
            <translation>kinds of indicators</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>指标称呼</source>
            <translation>heading of the indicator</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>操作人</source>
            <translation>actor</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>操作内容</source>
            <translation>data</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>操作对象</source>
            <translation>subject</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>操作记录的末尾</source>
            <translation>end of the log</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>操作记录的校验值</source>
            <translation>check sum of the log</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>收件回执</source>
            <translation>receipt</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>收发历史</source>
            <translation>package history</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>整改佐证</source>
            <translation>evidence</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>整改情况</source>
            <translation>Rectification</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>整改通知</source>
            <translation>Notices</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>文件时间</source>
            <translation>file modified at</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>时间节点</source>
            <translation>milestones</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>是否写成</source>
            <translation>whether it was written</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>是否建议</source>
            <translation>whether it is a suggestion</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>是否随包</source>
            <translation>whether it travels along</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>期限原文</source>
            <translation>wording of the deadline</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>来源文件</source>
            <translation>source document</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>标记人</source>
            <translation>marked by</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>标识</source>
            <translation>id</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>标题</source>
            <translation>title</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>校验值</source>
            <translation>sha256</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>格式</source>
            <translation>format</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>比较方式</source>
            <translation>way of comparing</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>添加人</source>
            <translation>created by</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>照片信息</source>
            <translation>What the photo tells</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>照片特征</source>
            <translation>Look of the photo</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>版本号</source>
            <translation>version</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>用途</source>
            <translation>purpose</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>的包头</source>
            <translation>the header</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>的指标体系</source>
            <translation>the indicator set</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>的操作记录</source>
            <translation>the log</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>的数据</source>
            <translation>the data</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>目标</source>
            <translation>goal</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>移除时间</source>
            <translation>removed at</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>章节</source>
            <translation>section</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>类型名称</source>
            <translation>name of the file type</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>类目层级</source>
            <translation>levels</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>统一下发的内容</source>
            <translation>what the office lays down</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>统一设置</source>
            <translation>settings</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>编制说明</source>
            <translation>notes of the authors</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>编号写法</source>
            <translation>ways to write codes</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>网页来源</source>
            <translation>web origin</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>自动识别的来源</source>
            <translation>guesses</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>自评结论</source>
            <translation>result of the self-check</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>角色</source>
            <translation>role</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>计分作用</source>
            <translation>effect on the score</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>记录</source>
            <translation>records</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>评分办法</source>
            <translation>scoring</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>说明人</source>
            <translation>Said by</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>责任分工</source>
            <translation>responsibilities</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>责任单位原文</source>
            <translation>wording of the responsible units</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>起始年度</source>
            <translation>first year</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>轮次</source>
            <translation>round</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>长图切页</source>
            <translation>cutting of long pictures</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>隐藏内容的处理</source>
            <translation>treatment of hidden content</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>顺序</source>
            <translation>position</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>验收人</source>
            <translation>verdict by</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>验收意见</source>
            <translation>verdict note</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>验收时间</source>
            <translation>verdict at</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>验收的整改情况</source>
            <translation>reply that was judged</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>验收结论</source>
            <translation>verdict</translation>
        </message>
        <message>
            <location filename="../../app/wording/records.py" />
            <source>默认成员</source>
            <translation>default members</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>{number} 号问题已经销号</source>
            <translation>Problem no. {number} is closed</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>{number} 号问题现在是“{state}”，还没有可验收的整改情况</source>
            <translation>Problem no. {number} is "{state}"; there is no result to verify yet</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>{number} 号问题还没有{lacks}，不能直接销号</source>
            <translation>Problem {number} still has no {lacks} and cannot simply be closed</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>{unit} 不是指标 {indicator} 的责任单位</source>
            <translation>{unit} is not responsible for indicator {indicator}</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>{unit} 指标 {indicator} 的{task} 现在是“{stage}”，不能“{move}”</source>
            <translation>{task} of indicator {indicator}, {unit}: at “{stage}” there is no “{move}”</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>{unit} 指标 {indicator} 的{task} 还没有材料，不能报送</source>
            <translation>{task} of indicator {indicator}, {unit}, has no material yet and cannot be submitted</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>{unit} 没有把指标 {indicator} 的这一处标为不涉及</source>
            <translation>{unit} has not marked this place of indicator {indicator} as not applicable</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>一个要点的应有材料最多 {most} 样，每样最多 {longest} 个字</source>
            <translation>A point expects at most {most} things, each of at most {longest} characters</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>可用的见 review reasons</source>
            <translation>See review reasons for those there are</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>可用：完成、基本完成、未完成</source>
            <translation>Choose from: 完成 (achieved), 基本完成 (mostly), 未完成 (not yet)</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>已报送和已通过的材料没有改动</source>
            <translation>What is submitted or accepted is unchanged</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>整改台账里没有 {notice} 号问题</source>
            <translation>The register has no problem no. {notice}</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>日期“{text}”看不懂，或不在可能的范围内</source>
            <translation>The date "{text}" is not understood, or out of range</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>材料 {item_id} 不在指标 {indicator} 的{task}里</source>
            <translation>The item {item_id} is not in {task} of indicator {indicator}</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>没有“{text}”这种自评</source>
            <translation>There is no self-assessment "{text}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>没有写明 {unit} 为什么不涉及指标 {indicator}</source>
            <translation>Say why indicator {indicator} does not apply to {unit}</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>没有写明存在什么问题</source>
            <translation>The problem was not described</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>没有写明是哪个责任单位</source>
            <translation>The responsible unit was not named</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>没有写明是哪项指标、哪种核验方式</source>
            <translation>The indicator and the method were not named</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>没有写明要填的数值</source>
            <translation>No figure was given</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>没有新的内容可以报送</source>
            <translation>There is nothing new to submit</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>没有编号为 {code} 的退回原因</source>
            <translation>There is no return reason {code}</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>没有编号为 {review_id} 的审核或报送记录</source>
            <translation>There is no review or submission {review_id}</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>没有退回记录 {review_id}，或已经重新报送</source>
            <translation>There is no return {review_id}, or it was submitted again</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>确需重新整改，请先恢复：rectify reopen</source>
            <translation>To rectify again, reopen it first: rectify reopen</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>自评分 {text} 不成立</source>
            <translation>The score {text} does not hold</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请先添加材料</source>
            <translation>Add evidence first</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请先看它的经过：review show</source>
            <translation>See its history first: review show</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请先补齐；确需销号的，写明原因：rectify close --force --note 原因</source>
            <translation>Complete it first; if it must be closed, say why: rectify close --force --note REASON</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请写成 2026-06-30、2026.6.30 或 2026年6月30日；发现时间和完成时间不能晚于今天</source>
            <translation>Write it as 2026-06-30 or 2026.6.30; a finding or a completion cannot be later than today</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请写数值；要取消原来填的，就只写取消（withdraw），不写数值</source>
            <translation>Give a figure; to take back the earlier one, withdraw it and give none</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请写明原因</source>
            <translation>Give a reason</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请写明原因，如“本单位没有行政执法职能”</source>
            <translation>Give a reason, such as "the unit enforces no laws"</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请写明问题</source>
            <translation>Describe the problem</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请加 --indicator 和 --method，必要时加 --unit</source>
            <translation>Add --indicator and --method, and --unit if need be</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请加 --unit 单位名称</source>
            <translation>Add --unit with the unit's name</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请合并或写短一些，如“通知”“方案”</source>
            <translation>Put some together or make them shorter: “notice”, “plan”</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请填 0 到 1000 之间的数</source>
            <translation>Enter a number from 0 to 1000</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请把报送包交创建办，由创建办审核</source>
            <translation>Hand the submission package to the office for review</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请核对核验方式和材料要点：status</source>
            <translation>Check the method and the point: status</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请核对责任分工：units</source>
            <translation>Check who is responsible: units</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请用 rectify list 查看台账</source>
            <translation>See the register with rectify list</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请用 review show 查看经过</source>
            <translation>See the history with review show</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请用 review show 查看这里的材料</source>
            <translation>See the evidence here with review show</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请等责任单位填写完成时间后再验收</source>
            <translation>Wait until the unit has entered the day of completion</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>请选择原因，或写一句说明</source>
            <translation>Choose a reason, or write a sentence</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>责任单位的工作区只能报送和填写本单位的内容</source>
            <translation>A unit's workspace submits and fills in only what is the unit's own</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>这不是 {unit} 的材料</source>
            <translation>This is not evidence of {unit}</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>这是创建办的工作，责任单位（{unit}）的工作区里不能做</source>
            <translation>This is the office's work; it cannot be done in a unit's workspace ({unit})</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>退回 {unit} 指标 {indicator} 的{task} 要写明原因</source>
            <translation>Returning {task} of indicator {indicator}, {unit}, needs a reason</translation>
        </message>
        <message>
            <location filename="../../app/wording/review.py" />
            <source>退回原因没有文字</source>
            <translation>The return reason has no words</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>不是数据库文件，或文件头坏了</source>
            <translation>not a database file, or its header is damaged</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>同名的文件已经存在</source>
            <translation>a file of that name exists</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>同时打开的文件太多</source>
            <translation>too many files are open</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>数据库文件打不开</source>
            <translation>the database file cannot be opened</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>数据库文件是只读的</source>
            <translation>the database file is read-only</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>数据库文件的内容坏了</source>
            <translation>the content of the database file is damaged</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>文件名太长</source>
            <translation>the file name is too long</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>文件名或路径不合规定</source>
            <translation>the file name or path is not allowed</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>文件夹不是空的</source>
            <translation>the folder is not empty</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>文件或文件夹不存在</source>
            <translation>there is no such file or folder</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>文件超过了磁盘允许的大小</source>
            <translation>the file is larger than the disk allows</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>正被其他程序占用</source>
            <translation>another program is using it</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>没有权限</source>
            <translation>not permitted</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>磁盘或 U 盘已经拔出</source>
            <translation>the disk or USB stick was unplugged</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>磁盘或 U 盘是只读的</source>
            <translation>the disk or USB stick is read-only</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>磁盘或 U 盘读写出错</source>
            <translation>the disk or USB stick has read or write errors</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>磁盘空间不足</source>
            <translation>not enough room on the disk</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>系统资源暂时不够</source>
            <translation>the system is short of resources for the moment</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>请先取得这个文件的读取权限，或请有权限的人另存一份</source>
            <translation>Get the right to read this file, or ask somebody who has it for a copy</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>请先腾出磁盘空间</source>
            <translation>Make room on the disk first</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>请先腾出磁盘空间，或换一个盘</source>
            <translation>Make room on the disk first, or use another one</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>请把 U 盘插好；仍不行，请把文件复制到本机磁盘再试</source>
            <translation>Plug in the stick again; if that does not help, copy the file to this computer's disk and try again</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>请把文件名改短，或移到上一级文件夹</source>
            <translation>Shorten the name, or move the file one folder up</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>请换一个名称或文件夹</source>
            <translation>Use another name or folder</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>请换一个能写入的文件夹，或请有权限的人开通写入权限</source>
            <translation>Use a folder that can be written to, or ask somebody to give you the right to write there</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>请核对名称和位置</source>
            <translation>Check the name and the place</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>请核对名称和位置；在 U 盘或共享文件夹里的，请先插好、连上</source>
            <translation>Check the name and the place; plug in the stick or connect the shared folder first</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>请选择文件；要整个文件夹的，请用添加文件夹</source>
            <translation>Choose a file; for a whole folder use Add folder</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>路径中有一段不是文件夹</source>
            <translation>a part of the path is not a folder</translation>
        </message>
        <message>
            <location filename="../../app/wording/system.py" />
            <source>这是文件夹，不是文件</source>
            <translation>this is a folder, not a file</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>内容校验值</source>
            <translation>Content seals</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>单位别名</source>
            <translation>Aliases of units</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>单位集合的成员</source>
            <translation>Members of groups</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>原件来源</source>
            <translation>Origin of originals</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>原件登记</source>
            <translation>Register of originals</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>合并前的存底</source>
            <translation>State before a merge</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>工作区信息</source>
            <translation>Workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>已确认的密钥</source>
            <translation>Confirmed keys</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>往来单位</source>
            <translation>Partners</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>收到的操作记录</source>
            <translation>Received log</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>收发的包</source>
            <translation>Packages</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>数据库版本</source>
            <translation>Database version</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>数据库的结构</source>
            <translation>Structure of the database</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>本机密钥</source>
            <translation>Own keys</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>材料已齐的说明</source>
            <translation>Statements that material is complete</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>材料所在的位置</source>
            <translation>place of an item</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>材料的版本</source>
            <translation>Versions of items</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>材料的附件</source>
            <translation>Attachments of items</translation>
        </message>
        <message>
            <location filename="../../app/wording/tables.py" />
            <source>没有随包的原件</source>
            <translation>Originals not included</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>{path} 不是网检信使的文件夹，或清单已损坏</source>
            <translation>{path} is no folder of a courier, or its list is damaged</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>{path} 里没有网检结果，也没有保存的网页</source>
            <translation>{path} has neither results nor saved pages</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>{unit}不负责“{register}”对应的指标任务</source>
            <translation>{unit} does not answer for the tasks that “{register}” serves</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>“{column}”一格的内容太长，最多 {most} 个字</source>
            <translation>A cell of “{column}” is too long; {most} characters at most</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>“{field}”太长，最多 {most} 个字</source>
            <translation>“{field}” is too long: at most {most} characters</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>“{field}”没有填写</source>
            <translation>“{field}” is empty</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>“{field}”要在 0 到 {most} 之间</source>
            <translation>“{field}” must be between 0 and {most}</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>“{text}”不是可能的日期</source>
            <translation>“{text}” is not a possible date</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>“{text}”不是网页的网址</source>
            <translation>“{text}” is no address of a web page</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>“{text}”：{why}</source>
            <translation>“{text}”: {why}</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>一个单位最多记 {most} 行，再多数据包就装不下了</source>
            <translation>A unit can have {most} rows at most; packages take no more</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>以前采集的记录 {name} 已损坏</source>
            <translation>The record {name} of earlier captures is damaged</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>可用：{offered}</source>
            <translation>Available: {offered}</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>台账文件 {path} 有问题：{findings}</source>
            <translation>The register file {path} has faults: {findings}</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>台账里没有“{column}”这一列</source>
            <translation>The register has no column “{column}”</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>各列是：{available}</source>
            <translation>The columns are: {available}</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>太多了，最多 {most} 个</source>
            <translation>Too many: at most {most}</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>已有的材料没有受影响</source>
            <translation>The evidence that is there stays as it is</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>指标 {indicator} 的“{task}”不是{method}任务</source>
            <translation>“{task}” of indicator {indicator} is not verified by {method}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/verification.py" />
            <source>有 {count} 个网址，一次最多采集 {most} 个</source>
            <translation>
                <numerusform>{count} addresses; at most {most} are captured at once</numerusform>
                <numerusform>{count} addresses; at most {most} are captured at once</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/wording/verification.py" />
            <source>检查清单没有第 {number} 项，共有 {count} 项</source>
            <translation>
                <numerusform>The checklist has no line {number}; it has {count} line</numerusform>
                <numerusform>The checklist has no line {number}; it has {count} lines</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>检索清单最多 {most} 条</source>
            <translation>The look-up list has at most {most} lines</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>没有“{rate}”这个能填数据的数值</source>
            <translation>There is no value “{rate}” that fills a figure</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>没有“{register}”这个台账，或有几个都符合</source>
            <translation>There is no register “{register}”, or several fit</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>没有“{text}”这一项</source>
            <translation>There is no “{text}”</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>没有写明采集的网页放在哪里</source>
            <translation>Where the captured pages go was not said</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>没有找到浏览器“{name}”</source>
            <translation>There is no browser “{name}”</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>没有给出网址</source>
            <translation>No address was given</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>没有编号为 {note} 的记录</source>
            <translation>No record has the number {note}</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>清单上已有“{shows}”</source>
            <translation>“{shows}” is on the list already</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>网检信使的底账 {path} 读不出来</source>
            <translation>The note of couriers {path} cannot be read</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>网检结果 {name} 没有收：{why}</source>
            <translation>The results {name} were not taken in: {why}</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请修改原来的那条</source>
            <translation>Change that line instead</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请先列出检查清单，核对序号</source>
            <translation>List the checklist first and check the number</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请先列出记录，核对编号</source>
            <translation>List the records first and check the number</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请先移出不用的</source>
            <translation>Take off what is not needed first</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请写成 2026-03-01 或 2026年3月1日</source>
            <translation>Write it as 2026-03-01</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请写成 http:// 或 https:// 开头的网址，不要带用户名和密码</source>
            <translation>Write an address that begins with http:// or https://, without user name and password</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请写浏览器程序的完整路径</source>
            <translation>Give the whole path of the browser</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请写短一些</source>
            <translation>Write less</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请写短一些再保存</source>
            <translation>Make it shorter, then save</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请分几次采集</source>
            <translation>Capture them in several goes</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请只登记要求的年度，其余另存为文件收取</source>
            <translation>Enter only the years that are asked for, and attach the rest as a file</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请合并，或分成两处现场</source>
            <translation>Put some together, or make two sites of it</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请填写后再保存</source>
            <translation>Fill it in, then save</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请安装 Edge、Chrome、360、奇安信等浏览器并接通网络，或用网检信使到能上网的电脑上采集</source>
            <translation>Install Edge, Chrome or a like browser and connect a network, or use the courier on a computer that has both</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请把这个文件移走；之前发出的清单，其结果只能按材料逐个添加</source>
            <translation>Move the file away; results of earlier lists can then only be added one by one</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请按所列的行改正；改正前用自带的台账</source>
            <translation>Mend the lines listed; until then the built-in register is used</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请改为其中的数，0 表示没有排</source>
            <translation>Enter such a number; 0 means none</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请改正后重试；还没有采集任何网页</source>
            <translation>Correct it and try again; nothing was captured yet</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请核对单位；责任分工在“设置”里查看</source>
            <translation>Check the unit; responsibilities are shown in Settings</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请核对指标和核验方式</source>
            <translation>Check the indicator and the method</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请每行写一个网址</source>
            <translation>Write one address a line</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请用 -o 写明文件夹；要收入工作区，请同时写明 --workspace 和 --indicator</source>
            <translation>Name a folder with -o; for a workspace give both --workspace and --indicator</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请选择带回的结果文件，或信使文件夹</source>
            <translation>Choose the file of results, or the folder of the courier</translation>
        </message>
        <message>
            <location filename="../../app/wording/verification.py" />
            <source>请重新制作</source>
            <translation>Make it again</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>一个密钥只能属于一个单位，可能有人冒充：请向两个单位核实；确实认错了的，到“设置→身份与口令”取消对认错单位的信任，再合并</source>
            <translation>One key belongs to one unit only; somebody may be posing as another. Ask both units. If the wrong one was confirmed, take its trust back in Settings → Identity and merge again</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>两个单位不会有同一条记录，请向 {sender} 和 {owner} 核实；是 {owner} 先前的包冒用了的，请在“报送→收发记录”里撤销那次合并，再合并这个包。现有内容没有改动</source>
            <translation>Two units never have the same record: ask {sender} and {owner}. If an earlier package of {owner} took it, undo that merge in Exchange → History and merge this one. Nothing was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>工作区设有口令的，请先输入口令解锁；不是发给本工作区的，打不开</source>
            <translation>If the workspace has a pass-phrase, unlock it first; what was not sent to this workspace cannot be opened</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>工作区里没有备份；另一磁盘上如有备份，请用它恢复，否则请由对方发恢复包</source>
            <translation>The workspace has no backup; restore one from another disk if there is one, or have a recovery package sent</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>确需重新整改，请先按“恢复整改”</source>
            <translation>To go on with it, reopen it first</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请先在“审核”页看它的经过</source>
            <translation>Look at its history on the page Review first</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请先补齐；确需销号的，按“销号”并写明原因</source>
            <translation>Fill in what is missing; to close it all the same, close it with a reason</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请先选中材料</source>
            <translation>Choose items first</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请先选指标和核验任务</source>
            <translation>Choose an indicator and a task first</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请先选文件</source>
            <translation>Choose files first</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请先选责任单位</source>
            <translation>Choose a unit first</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请再打开一次，按提示恢复备份 {backup}。恢复时现在的状态会另存</source>
            <translation>Open it once more and restore the backup {backup} as you are asked. The present state is kept aside</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请写数值，或先清空原来填的</source>
            <translation>Enter a figure, or clear the one that was stated</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请刷新后再选，它可能已被移除</source>
            <translation>Refresh and choose again; it may have been removed</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请在“审核”页查看它的经过</source>
            <translation>Look at its history on the page Review</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请在“审核”页查看这里的材料</source>
            <translation>Look at what lies there on the page Review</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请在“整改”页查看台账</source>
            <translation>Look at the register on the page Rectification</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请在“设置→备份”恢复改动之前的备份；没有备份的，请先体检，逐条核对，再由管理员认可现状</source>
            <translation>Restore a backup from before the change in Settings → Backups; without one, have the workspace checked, compare line by line, and let an administrator accept it as it is</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请在“设置→备份”里换一份备份；工作区没有改动</source>
            <translation>Choose another backup in Settings → Backups; the workspace was not changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请在“设置→备份”里选现有的备份</source>
            <translation>Choose one of the backups in Settings → Backups</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请在开始页或“设置→备份”恢复最近的完好备份</source>
            <translation>Restore the newest sound backup on the start page or in Settings → Backups</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请在材料库里选一处再移动，可选：{places}</source>
            <translation>Choose one of its places in the library and move that: {places}</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请在材料的“存疑”里看现在有哪些</source>
            <translation>Look at the item's findings as they are now</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请在材料的“存疑”里选</source>
            <translation>Choose one of the item's findings</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请在退回时列出的原因里选</source>
            <translation>Choose one of the reasons that are listed when something is returned</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请打电话或当面请对方念出指纹，一致后在这里确认；每个单位只需一次</source>
            <translation>Have the sender read the fingerprint out by telephone or in person, and confirm it here if it is the same; once for each unit</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请把这些材料移到回收站（其原件不随包），再重新打包；涉密材料按规定线下报送</source>
            <translation>Move these items to the recycle bin (their originals do not travel) and make the package again; classified material goes its prescribed way</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请换一个文件名，或先移走原来的文件</source>
            <translation>Choose another file name, or move the old file away first</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请改选全县</source>
            <translation>Choose the whole county</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请核对写法，全部责任单位列在“设置→单位”</source>
            <translation>Check the name; all units are listed in Settings → Units</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请看哪些材料的“存疑”里有“内嵌附件”</source>
            <translation>See which items have embedded files among their findings</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请该单位确定以哪一份为准，在那一份里制作“以本机为准”的全量包重新报来；现有内容没有改动</source>
            <translation>The unit decides which copy counts, and makes a whole package there that supersedes the other; nothing here was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请选择一个文件夹</source>
            <translation>Choose a folder</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请选择发给哪些单位</source>
            <translation>Choose the units that it is for</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请选择含有 juanzong.db 的文件夹，或按“新建工作区…”新建</source>
            <translation>Choose a folder with juanzong.db in it, or make a new workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/window.py" />
            <source>请选择打印的 PDF</source>
            <translation>Choose the printed PDF</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>U 盘一类的磁盘不能限制谁可读取；请把工作区放在本机硬盘上</source>
            <translation>Drives such as USB sticks cannot limit who reads them; put the workspace on the computer's own disk</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>{detail} 改名为 {name}</source>
            <translation>{detail} is now {name}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>{name} 加入 {detail}</source>
            <translation>{name} joins {detail}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>{name} 去掉别名 {detail}</source>
            <translation>{name} drops the alias {detail}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>{name} 增加别名 {detail}</source>
            <translation>{name} takes the alias {detail}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>{name} 是这个工作区自己的单位，不能停用</source>
            <translation>{name} is this workspace's own unit and cannot be retired</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>{name} 的联络人：{detail}</source>
            <translation>Contact of {name}: {detail}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>{name} 退出 {detail}</source>
            <translation>{name} leaves {detail}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>{path} 不是卷宗工作区</source>
            <translation>{path} is not a Juanzong workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>{path} 已经是一个卷宗工作区</source>
            <translation>{path} is a Juanzong workspace already</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>{path} 里已有其他文件</source>
            <translation>There are other files in {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>“{name}”已经是 {owner} 的名称或别名</source>
            <translation>"{name}" is a name or an alias of {owner} already</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>“{text}”不像单位名称</source>
            <translation>"{text}" does not look like a unit's name</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>“{text}”已用于另一个单位</source>
            <translation>"{text}" is used for another unit</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>不必处理；多是中断的收取留下的</source>
            <translation>Nothing to do; mostly left by an intake that was broken off</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>共 {total} 份，如 {names}</source>
            <translation>{total} in all, such as {names}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>原件内容被改动</source>
            <translation>Original altered</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>原件没有变，是登记得不对：请重新添加同一个文件，登记会按文件改正</source>
            <translation>The original has not changed; what was entered is wrong: add the same file once more, and the entry is corrected by the file</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>备份与写入时不一致，没有恢复：{path}（{detail}）</source>
            <translation>The backup is not what was written and was not restored: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>备份文件夹在工作区里面：{path}</source>
            <translation>The backup folder is inside the workspace: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>备份读不出来：{path}（{detail}）</source>
            <translation>The backup cannot be read: {path} ({detail})</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>多余的原件（无记录，无害）</source>
            <translation>Extra original (no record, harmless)</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>存入的指标体系被改动</source>
            <translation>The stored indicator set was changed</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>工作区正被另一个程序使用：{path}（{holder}）</source>
            <translation>Another program is using the workspace: {path} ({holder})</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>工作区由旧版本的卷宗建立（版本 {found}），只读方式打不开：{path}</source>
            <translation>The workspace was made by an older Juanzong (version {found}) and cannot be opened read-only: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>工作区由更新版本的卷宗建立（版本 {found}）：{path}</source>
            <translation>The workspace was made by a newer Juanzong (version {found}): {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>工作区里有别的东西占了位置</source>
            <translation>Something else takes a place in the workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>恢复之前</source>
            <translation>Before restoring</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>手动</source>
            <translation>By hand</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>损坏的原数据库</source>
            <translation>The damaged database</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>换指标体系之前（{after}）</source>
            <translation>Before changing the indicator set ({after})</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>操作记录自此条起断链</source>
            <translation>The log's chain breaks from this entry on</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>操作记录被别的程序改过；请恢复改动之前的备份，或如实说明</source>
            <translation>Another program altered the log; restore a backup from before, or say so openly</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>操作记录里有还没到的时间</source>
            <translation>The log has an entry from the future</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>收到的操作记录自此条起断链</source>
            <translation>A received log is broken from this entry on</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>数据不成立</source>
            <translation>A value that cannot be</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>数据库损坏</source>
            <translation>Database damaged</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>数据库的内容与存入时不一致（数据表 {tables}），没有做下去：{path}</source>
            <translation>The database no longer holds what was stored (tables {tables}); nothing was done: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>数据库的内容与存入时不一致：数据表 {tables}</source>
            <translation>The database no longer holds what was stored: tables {tables}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>数据表的内容不是本程序所存</source>
            <translation>The rows of this table are not what the program stored</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>最近的备份记着数据库有问题：{name}</source>
            <translation>The newest backup noted that the database was damaged: {name}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>本机时间早于最近一条操作记录（{moment}）</source>
            <translation>This computer's clock is behind the newest entry of the log ({moment})</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>材料归在指标体系里没有的任务或要点</source>
            <translation>Evidence is filed at a task or point that the indicator set does not have</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>每日自动</source>
            <translation>Daily</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>没有名为 {name} 的单位集合</source>
            <translation>There is no unit group {name}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>没有名为 {name} 的备份</source>
            <translation>There is no backup {name}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>没有名为“{text}”的单位集合</source>
            <translation>There is no unit group "{text}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>登记的 SM3 校验值与原件不符</source>
            <translation>The SM3 check sum entered does not fit the original</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>登记的大小与原件不符</source>
            <translation>The size entered does not fit the original</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>磁盘损坏或别的程序改过数据库；请在 设置→备份 恢复改动之前的备份，并检查磁盘</source>
            <translation>The disk is failing, or another program changed the database; restore a backup from before under Settings → Backups, and check the disk</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>程序升级之前（{after}）</source>
            <translation>Before upgrading the program ({after})</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>第 {line} 行：{reason}</source>
            <translation>Line {line}: {reason}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>第 {line} 行：{reason}（{owner}）</source>
            <translation>Line {line}: {reason} ({owner})</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>第 {number} 条</source>
            <translation>Entry {number}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>联络人或电话太长：“{text}”</source>
            <translation>Contact or telephone number too long: "{text}"</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>记录指向不存在的内容</source>
            <translation>A record points to nothing</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>记录里有不可能的值</source>
            <translation>A record holds an impossible value</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请先关闭那个程序，或以只读方式打开</source>
            <translation>Close that program first, or open the workspace read-only</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请先正常打开一次，程序会备份后自动升级</source>
            <translation>Open it normally once; it is backed up and upgraded by itself</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请升级本机的卷宗后再打开，数据没有改动</source>
            <translation>Upgrade Juanzong on this computer and open it again; the data is unchanged</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请另选一个磁盘或文件夹，以免一起丢失</source>
            <translation>Choose another disk or folder, so that both are not lost together</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请在 设置→备份 恢复最近的备份</source>
            <translation>Restore the latest backup in Settings → Backups</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请在 设置→备份 恢复最近的备份，并检查磁盘</source>
            <translation>Restore the latest backup under Settings → Backups, and check the disk</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请在 设置→备份 恢复最近的备份，或交技术人员处理</source>
            <translation>Restore the latest backup in Settings → Backups, or ask a technician</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请在指标页把这件材料归到现有的任务和要点</source>
            <translation>File the item at an existing task and point on the page Indicators</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请在材料所在处重新添加同一文件，或由单位发全量报送包，或恢复备份</source>
            <translation>Add the same file again where the evidence lies, have the unit send a full package, or restore a backup</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请填这条记录的一方改正后重新报送</source>
            <translation>Ask whoever entered this record to correct it and hand it in again</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请恢复合并之前的备份，或请对方重新报送并说明</source>
            <translation>Restore a backup from before the merge, or ask the sender to submit again and explain</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请换一个名称，或先从 {owner} 的别名里去掉它</source>
            <translation>Choose another name, or remove it from the aliases of {owner} first</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请换一个空文件夹新建工作区</source>
            <translation>Choose an empty folder for the new workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请换一份备份，用 backup list 查看；工作区没有改动</source>
            <translation>Choose another backup, see backup list; the workspace is unchanged</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请换一份备份；工作区没有改动</source>
            <translation>Take another backup; the workspace is unchanged</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请核对本机的日期和时间；现在记下的时间以后不能更正</source>
            <translation>Check this computer's date and time; times that are logged now cannot be corrected later</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请核对本机的日期和时间；顺序按编号，不受影响，但时间一经记下不能更正</source>
            <translation>Check date and time of this computer; order goes by number and is not affected, but a time once logged cannot be corrected</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请用 backup list 查看现有的备份</source>
            <translation>See the backups with backup list</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请直接打开，或换一个空文件夹新建</source>
            <translation>Open it, or choose an empty folder for a new one</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请运行体检，在 设置→备份 恢复改动之前的备份；没有备份而核对无误的，用 check 工作区 --accept 认可现状（记入操作记录）</source>
            <translation>Run the check, then restore a backup from before the change in Settings → Backups. If there is none and you have looked the content over, accept it with check WORKSPACE --accept (it is logged)</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请运行体检；有改动的，在 设置→备份 恢复改动之前的备份</source>
            <translation>Run the check; if something changed, restore a backup from before the change in Settings → Backups</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请选择含有 juanzong.db 的文件夹，或先用 init 新建</source>
            <translation>Choose a folder with juanzong.db in it, or make a new one with init</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>请选择这个工作区自己的备份</source>
            <translation>Choose a backup of this very workspace</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>调整 {name} 的顺序</source>
            <translation>{name} changes its place</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>这个名称由本程序使用；请把占位的文件或链接移走，cache 里的可以删除</source>
            <translation>The program uses this name itself. Move the file or link away; what lies in cache can be deleted</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>这份备份属于另一个工作区：{path}</source>
            <translation>This backup belongs to another workspace: {path}</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>这台电脑上的其他用户也能读取</source>
            <translation>Other users of this computer can read it</translation>
        </message>
        <message>
            <location filename="../../app/wording/workspace.py" />
            <source>需要时请改名</source>
            <translation>Rename it if need be</translation>
        </message>
        <message>
            <location filename="../../ui/actions.py" />
            <source>{tip}（{keys}）</source>
            <translation>{tip} ({keys})</translation>
        </message>
        <message>
            <location filename="../../ui/application.py" />
            <source>卷宗</source>
            <comment>the program</comment>
            <translation>Juanzong</translation>
        </message>
        <message>
            <location filename="../../ui/commands.py" />
            <source>已{what}</source>
            <translation>Done: {what}</translation>
        </message>
        <message>
            <location filename="../../ui/commands.py" />
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/comparing/compare_dialog.py" />
            <source>　…… {count} 句相同</source>
            <translation>
                <numerusform>　… {count} sentence the same</numerusform>
                <numerusform>　… {count} sentences the same</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/comparing/compare_dialog.py" />
            <source>两个文件里没有都能读出的文字，请在预览里对照</source>
            <translation>Neither file has text to read; compare them in the preview</translation>
        </message>
        <message>
            <location filename="../../ui/comparing/compare_dialog.py" />
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <location filename="../../ui/comparing/compare_dialog.py" />
            <source>文件很长，只比较了开头部分</source>
            <translation>The files are long; only the beginning was compared</translation>
        </message>
        <message>
            <location filename="../../ui/comparing/compare_dialog.py" />
            <source>文字</source>
            <translation>Text</translation>
        </message>
        <message>
            <location filename="../../ui/comparing/compare_dialog.py" />
            <source>文字没有不同</source>
            <translation>The text is the same</translation>
        </message>
        <message>
            <location filename="../../ui/comparing/compare_dialog.py" />
            <source>正在比较文字…</source>
            <translation>Comparing the text…</translation>
        </message>
        <message>
            <location filename="../../ui/comparing/compare_dialog.py" />
            <source>比较第 {older} 版和第 {newer} 版</source>
            <translation>Compare versions {older} and {newer}</translation>
        </message>
        <message>
            <location filename="../../ui/comparing/compare_dialog.py" />
            <source>第 {number} 版</source>
            <translation>Version {number}</translation>
        </message>
        <message>
            <location filename="../../ui/comparing/compare_dialog.py" />
            <source>说明和文件没有不同</source>
            <translation>Description and files are the same</translation>
        </message>
        <message>
            <location filename="../../ui/comparing/comparing.py" />
            <source>比较文字</source>
            <translation>Compare the text</translation>
        </message>
        <message>
            <location filename="../../ui/crash.py" />
            <source>卷宗 {program}</source>
            <translation>Juanzong {program}</translation>
        </message>
        <message>
            <location filename="../../ui/crash.py" />
            <source>复制报告</source>
            <translation>Copy the report</translation>
        </message>
        <message>
            <location filename="../../ui/crash.py" />
            <source>差错报告</source>
            <translation>Report</translation>
        </message>
        <message>
            <location filename="../../ui/crash.py" />
            <source>已复制</source>
            <translation>Copied</translation>
        </message>
        <message>
            <location filename="../../ui/crash.py" />
            <source>已经保存的内容没有受影响，可以继续使用。请把下面的报告复制给技术人员；同样的内容也记在 {log_path}。</source>
            <translation>What was saved is safe, and you can go on working. Please copy the report below and hand it to a technician; it is also kept in {log_path}.</translation>
        </message>
        <message>
            <location filename="../../ui/crash.py" />
            <source>程序出了差错</source>
            <translation>Something went wrong</translation>
        </message>
        <message>
            <location filename="../../ui/crash.py" />
            <source>程序出了差错，刚才这一步没有做成</source>
            <translation>Something went wrong; this last step was not done</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>{about}：{what}</source>
            <translation>{about}: {what}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/duties.py" />
            <source>{count} 个问题整改逾期</source>
            <translation>
                <numerusform>{count} problem is overdue</numerusform>
                <numerusform>{count} problems are overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/duties.py" />
            <source>{count} 个问题等着整改</source>
            <translation>
                <numerusform>{count} problem is to be rectified</numerusform>
                <numerusform>{count} problems are to be rectified</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/duties.py" />
            <source>{count} 个问题等着验收</source>
            <translation>
                <numerusform>{count} problem waits to be verified</numerusform>
                <numerusform>{count} problems wait to be verified</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/duties.py" />
            <source>{count} 件材料存疑，装订页上看不到文件的全部内容</source>
            <translation>
                <numerusform>{count} item holds more than its pages show</numerusform>
                <numerusform>{count} items hold more than their pages show</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/duties.py" />
            <source>{count} 件材料的题名、文号、责任者或日期是猜得的，请核对</source>
            <translation>
                <numerusform>{count} item has a guessed title, number, issuer or date to check</numerusform>
                <numerusform>{count} items have guessed titles, numbers, issuers or dates to check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/duties.py" />
            <source>{count} 件材料的题名还是文件名，请另起题名</source>
            <translation>
                <numerusform>{count} items have a file name for a title: give them titles</numerusform>
                <numerusform>{count} items have a file name for a title: give them titles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/duties.py" />
            <source>{count} 件材料还没有归到要点</source>
            <translation>
                <numerusform>{count} item is not at a point yet</numerusform>
                <numerusform>{count} items are not at a point yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/duties.py" />
            <source>{count} 处报送等着审核</source>
            <translation>
                <numerusform>{count} submission waits for review</numerusform>
                <numerusform>{count} submissions wait for review</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/duties.py" />
            <source>{count} 处材料准备好了，还没有报送</source>
            <translation>
                <numerusform>{count} place is prepared and not handed in</numerusform>
                <numerusform>{count} places are prepared and not handed in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/duties.py" />
            <source>{count} 条退回要改，请按原因补正</source>
            <translation>
                <numerusform>{count} returned item; correct it as the reasons say</numerusform>
                <numerusform>{count} returned items; correct them as the reasons say</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>{empty} 项指标还没有材料</source>
            <translation>Indicators without evidence: {empty}</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>从指标 {indicator} 的《{title}》开始</source>
            <translation>Begin with "{title}", indicator {indicator}</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>制作报送包，用 U 盘交给创建办</source>
            <translation>Make a submission package and bring it to the office on a stick</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>可以改为只由牵头单位交，逾期、排名和催报随之改变</source>
            <translation>You may let only leads owe; delays, ranking and reminders follow</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>在“设置”里登记单位和联系人，再到“报送”制作任务包</source>
            <translation>Enter units and contacts under “Settings”, then make task packages under “Submit”</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>在“进度”里看各单位，需要时发催报通知</source>
            <translation>See the units under “Progress”, and send reminders where needed</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>填写整改情况，附上佐证</source>
            <translation>Say what was done, and attach the evidence</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>按 J、K 逐处翻看，A 通过，R 退回</source>
            <translation>J and K turn to the next, A accepts, R returns</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>按指标逐项填报</source>
            <translation>Go through them one by one</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>整改台账中未销号 {open} 个</source>
            <translation>Not closed in the register: {open}</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>核对佐证后销号，或退回再改</source>
            <translation>Check the evidence, then close it or send it back</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>要点 {number}</source>
            <translation>Point {number}</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>请先核对责任单位，把任务包发给各单位</source>
            <translation>Check the units, then send each of them its task package</translation>
        </message>
        <message>
            <location filename="../../ui/desk/duties.py" />
            <source>请选定由谁交材料：现在每个参与单位都算欠交</source>
            <translation>Choose who owes material: now every participant counts as owing</translation>
        </message>
        <message>
            <location filename="../../ui/desk/lists.py" />
            <source>{text}
点一下去处理</source>
            <translation>{text}
Click to deal with it</translation>
        </message>
        <message>
            <location filename="../../ui/desk/lists.py" />
            <source>{text}
点一下去看</source>
            <translation>{text}
Click to look at it</translation>
        </message>
        <message>
            <location filename="../../ui/desk/lists.py" />
            <source>去处理</source>
            <translation>Go</translation>
        </message>
        <message>
            <location filename="../../ui/desk/lists.py" />
            <source>点一下查看这些指标</source>
            <translation>Click to see these indicators</translation>
        </message>
        <message>
            <location filename="../../ui/desk/lists.py" />
            <source>，</source>
            <translation>, </translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>{day}　{left}</source>
            <translation>{day}  {left}</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>{task}：{points}</source>
            <translation>{task}: {points}</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>{told}，都齐了</source>
            <translation>{told}; all done</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>下一个期限 {day}（{stage}，{left}）：应齐 {needed} 个</source>
            <translation>Next deadline {day} ({stage}, {left}): {needed} points due</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/owed.py" />
            <source>另有 {count} 项可以补充，不补不欠</source>
            <translation>
                <numerusform>{count} more may be added to, without owing</numerusform>
                <numerusform>{count} more may be added to, without owing</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>各阶段的期限都已过去</source>
            <translation>The deadlines of all stages have passed</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>已经达到</source>
            <translation>reached</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>已过期限</source>
            <translation>past</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>打印一览…</source>
            <translation>Print summary…</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>指标</source>
            <translation>Indicators</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>日期另定</source>
            <translation>date open</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>期限</source>
            <translation>Due</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>本单位牵头 {leads} 项，参与 {part} 项；要交 {total} 个要点，还缺 {lacking} 个</source>
            <translation>This unit leads {leads} and takes part in {part}; it owes {total} points, {lacking} still missing</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>职责</source>
            <translation>Part</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>要交什么</source>
            <translation>What is owed</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>要交材料一览，最多两页，另附尚缺材料清单</source>
            <translation>Summary of what is owed, two pages at most, with the list of what is missing</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/owed.py" />
            <source>还差 {count} 个</source>
            <translation>
                <numerusform>{count} short</numerusform>
                <numerusform>{count} short</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>还缺</source>
            <translation>Missing</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>还缺什么</source>
            <translation>What is missing</translation>
        </message>
        <message>
            <location filename="../../ui/desk/owed.py" />
            <source>；</source>
            <translation>; </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/page.py" />
            <source>文件要换或要处理的 {count} 件</source>
            <translation>
                <numerusform>{count} items whose file must be replaced or dealt with</numerusform>
                <numerusform>{count} items whose file must be replaced or dealt with</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/desk/page.py" />
            <source>最近变动</source>
            <translation>Lately</translation>
        </message>
        <message>
            <location filename="../../ui/desk/page.py" />
            <source>材料要点 {total} 个：&lt;span style="color:{complete}"&gt;已有材料 {covered}&lt;/span&gt;，&lt;span style="color:{problem}"&gt;待处理 {waiting}&lt;/span&gt;，缺 {missing}</source>
            <translation>Evidence points {total}: &lt;span style="color:{complete}"&gt;{covered} covered&lt;/span&gt;, &lt;span style="color:{problem}"&gt;{waiting} need attention&lt;/span&gt;, {missing} missing</translation>
        </message>
        <message>
            <location filename="../../ui/desk/page.py" />
            <source>没有等着处理的事。</source>
            <translation>Nothing is waiting.</translation>
        </message>
        <message>
            <location filename="../../ui/desk/page.py" />
            <source>等着处理</source>
            <translation>To do</translation>
        </message>
        <message>
            <location filename="../../ui/desk/page.py" />
            <source>等着处理的</source>
            <translation>To do</translation>
        </message>
        <message>
            <location filename="../../ui/desk/page.py" />
            <source>要交什么，齐备情况</source>
            <translation>What is owed, completeness</translation>
        </message>
        <message>
            <location filename="../../ui/desk/page.py" />
            <source>齐备情况</source>
            <translation>Completeness</translation>
        </message>
        <message>
            <location filename="../../ui/desk/page.py" />
            <source>，不涉及 {exempt}</source>
            <translation>, {exempt} not applicable</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/recent.py" />
            <source>{what} {count} 件</source>
            <translation>
                <numerusform>{what}: {count} item</numerusform>
                <numerusform>{what}: {count} items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/desk/recent.py" />
            <source>{what} {count} 次</source>
            <translation>
                <numerusform>{what}, {count} time</numerusform>
                <numerusform>{what}, {count} times</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/desk/recent.py" />
            <source>{what}：{about}</source>
            <translation>{what}: {about}</translation>
        </message>
        <message>
            <location filename="../../ui/desk/recent.py" />
            <source>{who}　{when}</source>
            <translation>{who}　{when}</translation>
        </message>
        <message>
            <location filename="../../ui/desk/recent.py" />
            <source>《{title}》</source>
            <translation>"{title}"</translation>
        </message>
        <message>
            <location filename="../../ui/desk/rows.py" />
            <source>不写明方式的任务</source>
            <translation>Tasks of no stated method</translation>
        </message>
        <message>
            <location filename="../../ui/desk/rows.py" />
            <source>今天截止</source>
            <translation>due today</translation>
        </message>
        <message>
            <location filename="../../ui/desk/rows.py" />
            <source>按核验方式</source>
            <translation>By method</translation>
        </message>
        <message>
            <location filename="../../ui/desk/rows.py" />
            <source>按类目</source>
            <translation>By category</translation>
        </message>
        <message>
            <location filename="../../ui/desk/rows.py" />
            <source>按责任单位</source>
            <translation>By responsible unit</translation>
        </message>
        <message>
            <location filename="../../ui/desk/rows.py" />
            <source>还有 {days} 天</source>
            <translation>{days} days left</translation>
        </message>
        <message>
            <location filename="../../ui/desk/timeline.py" />
            <source>创建步骤</source>
            <translation>Stages</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>位置：</source>
            <translation>Look in:</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>可能移走、改名或删除了，也可能是磁盘没有接好：{path}</source>
            <translation>It may have been moved, renamed or deleted, or the disk is not connected: {path}</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>它在 {path}，也可以复制到别的电脑上打开。</source>
            <translation>It is at {path}; you can also copy it to another computer and open it there.</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>已有同名文件，要替换吗？</source>
            <translation>There is a file of this name. Replace it?</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>所有文件 (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>文件类型：</source>
            <translation>Type of file:</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>替换</source>
            <translation>Replace</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>确定</source>
            <translation>OK</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>确定（Ctrl+回车）</source>
            <translation>OK (Ctrl+Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>网址是 {address}，可以抄到能上网的电脑上打开。</source>
            <translation>The address is {address}; copy it to a computer that is online.</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>要打开的已经不在那里</source>
            <translation>What you want to open is no longer there</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>请安装 PDF 阅读器，WPS 也能打开。</source>
            <translation>Install a PDF reader; WPS opens it too.</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>请安装 WPS 等办公软件。</source>
            <translation>Install an office suite such as WPS.</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>请安装浏览器，或打开旁边同名的 PDF。</source>
            <translation>Install a browser, or open the PDF of the same name beside it.</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>请安装能打开这种文件的程序。</source>
            <translation>Install a program that opens this kind of file.</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>请用系统的文件管理器到那里去。</source>
            <translation>Go there with the file manager of the system.</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>这台电脑上没有打开网页的程序</source>
            <translation>No program on this computer opens web pages</translation>
        </message>
        <message>
            <location filename="../../ui/dialogs.py" />
            <source>这台电脑上没有能打开它的程序</source>
            <translation>No program on this computer opens it</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>保管期限</source>
            <translation>Retention period</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>印在封面、目录、卷脊上；不填的按指标原文自动拟</source>
            <translation>Printed on covers, catalogues and spines; if empty, it is drawn from the indicator's wording</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>印在封面和案卷目录上，也在档号里；不填的按设置。选中几项可以一起改</source>
            <translation>Printed on cover and master catalogue, and part of the archive code; if empty, that of the settings. Select several to change them together</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>各不相同</source>
            <translation>Different</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>指标文字出自哪份文件；不填的按设置或指标体系</source>
            <translation>The document that the indicator's wording is from; if empty, as in the settings or the indicator set</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>按设置：{value}</source>
            <translation>As in the settings: {value}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>改 {count} 项的保管期限</source>
            <translation>
                <numerusform>Change the retention of {count} indicator</numerusform>
                <numerusform>Change the retention of {count} indicators</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>改第 {code} 项的保管期限</source>
            <translation>Change the retention of no. {code}</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>改第 {code} 项的案卷题名</source>
            <translation>Change the title of case file {code}</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>文本出处</source>
            <translation>Source of the wording</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>来自</source>
            <translation>From</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>案卷题名</source>
            <translation>Title of the case file</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>案卷题名、出处和保管期限</source>
            <translation>Titles, sources and retention of case files</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>编制卷宗时按这里写的；离开输入框即保存。按住 Ctrl 或 Shift 可以选几项</source>
            <translation>Dossiers follow what is written here; a field is saved when you leave it. Hold Ctrl or Shift to select several</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>自动</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>自定</source>
            <translation>Own</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>选中 {count} 项：保管期限一起改</source>
            <translation>
                <numerusform>{count} selected: its retention is changed</numerusform>
                <numerusform>{count} selected: their retention is changed together</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/case_dialog.py" />
            <source>选中一项时可改</source>
            <translation>Can be changed while one is selected</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>。</source>
            <translation>. </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>体检</source>
            <translation>Check-up</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>体检做完了：{verdict}</source>
            <translation>Check-up done: {verdict}</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>体检没有做完，没有结论。</source>
            <translation>The check-up did not finish; there is no result.</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>体检结果</source>
            <translation>Result of the check-up</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>全部完好。</source>
            <translation>All is well.</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>另存为文本</source>
            <translation>Save as text</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>另存体检结果</source>
            <translation>Save the result</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>复制</source>
            <translation>Copy</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>复制全部结果</source>
            <translation>Copy the whole result</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>完好，另有 {count} 处无害的提示。</source>
            <translation>
                <numerusform>All is well, with {count} harmless note.</numerusform>
                <numerusform>All is well, with {count} harmless notes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>已复制 {count} 条</source>
            <translation>
                <numerusform>{count} line copied</numerusform>
                <numerusform>{count} lines copied</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>已存到 {path}</source>
            <translation>Saved to {path}</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>开始体检</source>
            <translation>Start the check-up</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>把结果存成文本文件</source>
            <translation>Save the result as a text file</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>有 {count} 处问题。</source>
            <translation>
                <numerusform>{count} problem.</numerusform>
                <numerusform>{count} problems.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>核对原件 {originals} 份、材料 {items} 件、操作记录 {events} 条：</source>
            <translation>Checked {originals} originals, {items} items and {events} log entries: </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>核对每份原件和每条记录，不改动任何东西</source>
            <translation>Check every original and record; nothing is changed</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>正在体检……</source>
            <translation>Checking…</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>没有存成</source>
            <translation>Not saved</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/check_tab.py" />
            <source>重新计算每份原件的校验值，核对每条记录和操作记录的连续性。不改动任何东西。</source>
            <translation>Computes the checksum of every original again and checks every record and the log's chain. Nothing is changed.</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>一个案卷装什么</source>
            <translation>What one dossier holds</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>全部单位</source>
            <translation>All units</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>全部合订成一册</source>
            <translation>All in one dossier</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>全部；或写编号，如 24、42、60</source>
            <translation>All, or such as 24, 60</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>加“{draft}”水印</source>
            <translation>Watermark "{draft}"</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>单位</source>
            <translation>Unit</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>只编这些指标；不写就是全部有材料的指标</source>
            <translation>Only these indicators; if empty, all that have evidence</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>只装这个责任单位的材料</source>
            <translation>Only the evidence of this responsible unit</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>同一件里的照片几张印一页</source>
            <translation>How many photos of one item go on a page</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>封面等单独成张，背面留白</source>
            <translation>Cover etc. on sheets of their own</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>工作版什么都写明；检查组版只装审核通过的材料，没有缺、退回等内部情况，放在单独的文件夹里，可以整个交出去</source>
            <translation>The working edition tells everything; the inspection edition holds accepted items only, tells of nothing missing or returned, and lies in a folder of its own that can be handed over as it is</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>每个单位编一个案卷</source>
            <translation>One for each unit</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>每卷页数</source>
            <translation>Pages a volume</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>每种核验方式编一个案卷</source>
            <translation>One for each method</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/choices.py" />
            <source>每页 {count} 张</source>
            <translation>
                <numerusform>{count} a page</numerusform>
                <numerusform>{count} a page</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>每项指标编一个案卷</source>
            <translation>One for each indicator</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>没有编号为 {code} 的指标</source>
            <translation>There is no indicator {code}</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>照片</source>
            <translation>Photos</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>版本</source>
            <translation>Versions</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>编法</source>
            <translation>Scope</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>责任单位</source>
            <translation>Responsible unit</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>超过这个页数就分卷，在材料之间分开</source>
            <translation>A new volume begins beyond this, between items</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>长期保存格式（PDF/A-2b）</source>
            <translation>Long-term format (PDF/A-2b)</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>页号</source>
            <translation>Numbers</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/choices.py" />
            <source>页号印在哪里</source>
            <translation>Where page numbers are printed</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/controller.py" />
            <source>已停止编制；每个卷宗不是旧的就是新的，没有半成品</source>
            <translation>Compiling stopped; every dossier is either the old or the new one, none is half done</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/controller.py" />
            <source>编制卷宗</source>
            <translation>Compile</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/forecast.py" />
            <source>{count} 件不能成页，不装</source>
            <translation>
                <numerusform>{count} items have no pages and are not bound</numerusform>
                <numerusform>{count} items have no pages and are not bound</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/forecast.py" />
            <source>{dossiers} 个案卷、约 {volumes} 卷</source>
            <translation>{dossiers} dossiers, about {volumes} volumes</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/forecast.py" />
            <source>其中 {blocked} 件待处理，卷内以占位页代替，卷宗标为不完整</source>
            <translation>{blocked} need attention: placeholders stand in and the dossier is marked incomplete</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/forecast.py" />
            <source>原件共 {size}</source>
            <translation>originals of {size}</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/forecast.py" />
            <source>另有 {bare} 项指标还没有材料，不编</source>
            <translation>{bare} indicators have no evidence yet and are left out</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/forecast.py" />
            <source>封面、目录等约 {sheets} 页</source>
            <translation>cover, contents etc. about {sheets} pages</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/forecast.py" />
            <source>将从 {indicators} 项指标的 {items} 件材料里只装审核通过的</source>
            <translation>Of {items} items of {indicators} indicators only the accepted ones will be bound</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/forecast.py" />
            <source>将装订 {indicators} 项指标的 {items} 件材料</source>
            <translation>To be bound: {items} items of {indicators} indicators</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/forecast.py" />
            <source>已知 {pages} 页，另有 {count} 个文件还没有转换过</source>
            <translation>
                <numerusform>{pages} pages known; {count} file not converted yet</numerusform>
                <numerusform>{pages} pages known; {count} files not converted yet</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/forecast.py" />
            <source>材料约 {pages} 页</source>
            <translation>about {pages} pages of evidence</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/forecast.py" />
            <source>没有装的写在工作区里的清点单上，不随卷宗交出</source>
            <translation>What is not bound is told in the ledger of the workspace, which is not handed over</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/forecast.py" />
            <source>这个范围里还没有材料。</source>
            <translation>There is no evidence in this scope yet.</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/forecast.py" />
            <source>页数编的时候才知道</source>
            <translation>the number of pages is known after compiling</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/page.py" />
            <source>{count} 个卷宗，本次编制 {new} 个，用时 {seconds:.0f} 秒</source>
            <translation>
                <numerusform>{count} dossier, {new} made this time, in {seconds:.0f} s</numerusform>
                <numerusform>{count} dossiers, {new} made this time, in {seconds:.0f} s</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>上一次编制：{total}。</source>
            <translation>Last compile: {total}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/page.py" />
            <source>以前编好的 {count} 个卷宗</source>
            <translation>
                <numerusform>{count} dossier from before</numerusform>
                <numerusform>{count} dossiers from before</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>卷宗</source>
            <translation>Dossiers</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/page.py" />
            <source>卷宗 {count}</source>
            <translation>
                <numerusform>Dossiers {count}</numerusform>
                <numerusform>Dossiers {count}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>卷宗放在</source>
            <translation>Folder</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>卷宗放在哪个文件夹</source>
            <translation>Folder for the dossiers</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/page.py" />
            <source>卷宗编好了，有 {count} 份材料存疑</source>
            <translation>
                <numerusform>The dossiers are done; {count} file has findings</numerusform>
                <numerusform>The dossiers are done; {count} files have findings</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>卷宗编好了，有 {failed} 份材料没有装入</source>
            <translation>Dossiers compiled; {failed} files were not bound</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>在文件管理器里打开卷宗所在的文件夹</source>
            <translation>Open the folder of the dossier in the file manager</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>总索引</source>
            <translation>Index</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>打开总索引：按指标、单位、文号、题名找到卷和页；和卷宗一起交出去也能用</source>
            <translation>Open the index: find volume and page by indicator, unit, number or title; it also works when handed over with the dossiers</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>打开文件夹</source>
            <translation>Open folder</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>把材料装订成卷宗</source>
            <translation>Bind the evidence into dossiers</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>换文件夹</source>
            <translation>Change folder</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>正在编制……</source>
            <translation>Compiling…</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>每项指标的案卷题名、文本出处和保管期限；先选中几个卷宗，可以一起改保管期限</source>
            <translation>Title, source and retention of each indicator's case file; select several dossiers first to change their retention together</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>清点单</source>
            <translation>Ledger</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>清点单 {included}/{inputs}</source>
            <translation>Ledger {included}/{inputs}</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>用系统的 PDF 阅读器打开选中的卷宗</source>
            <translation>Open the dossier in the system's PDF reader</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>看清点单</source>
            <translation>See ledger</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>编制</source>
            <translation>Compile</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>编制以来的变化</source>
            <translation>Changes since</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/page.py" />
            <source>编制以来的变化 {count}</source>
            <translation>
                <numerusform>Changes since {count}</numerusform>
                <numerusform>Changes since {count}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/page.py" />
            <source>编好 {count} 个卷宗</source>
            <translation>
                <numerusform>{count} dossier compiled</numerusform>
                <numerusform>{count} dossiers compiled</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>编好的卷宗</source>
            <translation>Dossiers made</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>编好的卷宗放在这个文件夹</source>
            <translation>Dossiers are put into this folder</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/page.py" />
            <source>还没有编过卷宗。左边选好范围，按“编制卷宗”。</source>
            <translation>No dossiers yet. Choose a scope on the left and press "Compile".</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>A3 页</source>
            <translation>A3 pages</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>{count} 卷都打印过，没有改动。</source>
            <translation>
                <numerusform>All {count} volumes were printed and have not changed.</numerusform>
                <numerusform>All {count} volumes were printed and have not changed.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>份数</source>
            <translation>Copies</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>列出打印计划</source>
            <translation>Plan the printing</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>另存…</source>
            <translation>Save…</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>另存打印计划</source>
            <translation>Save the print plan</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>存成表格（xlsx）或 PDF，交给打印的人</source>
            <translation>Save as a spreadsheet (xlsx) or PDF for whoever prints</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>彩色页</source>
            <translation>Colour pages</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>情况</source>
            <translation>State</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>打印计划</source>
            <translation>Print plan</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>没有改动的也列入</source>
            <translation>List unchanged ones too</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>用纸</source>
            <translation>Sheets</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>看哪些卷要打印：上次打印以来改动的卷、页数、A3 和彩色页、用纸。</source>
            <translation>See which volumes to print: those changed since the last print, their pages, A3 and colour pages, and paper.</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>要打印 {due} 卷（共 {all} 卷）：{pages} 页、{sheets} 张纸，其中 A3 {large} 页、彩色 {coloured} 页</source>
            <translation>{due} of {all} volumes to print: {pages} pages on {sheets} sheets, {large} of them A3, {coloured} in colour</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>记下 {count} 卷已打印</source>
            <translation>
                <numerusform>Mark {count} volumes as printed</numerusform>
                <numerusform>Mark {count} volumes as printed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>记下表里的卷已经打印，下次只列改动了的</source>
            <translation>Remember that the listed volumes were printed; next time only changed ones are listed</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>记为已打印</source>
            <translation>Mark as printed</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>逐卷看页数、A3 和彩色页，与上次打印比较；不改动任何东西</source>
            <translation>Look at pages, A3 and colour of each volume and compare with the last print; changes nothing</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/print_tab.py" />
            <source>页数</source>
            <translation>Number of pages</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/results.py" />
            <source>{numbered} 页，连同封面、目录共 {pages} 页</source>
            <translation>{numbered} pages, {pages} with cover and catalogue</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/results.py" />
            <source>{path}
双击或回车打开</source>
            <translation>{path}
Double-click or press Enter to open</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/results.py" />
            <source>{volumes} 卷</source>
            <translation>{volumes} vol.</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/results.py" />
            <source>不完整，卷内有占位页</source>
            <translation>incomplete, with placeholders</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/results.py" />
            <source>本次编制</source>
            <translation>made this time</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/results.py" />
            <source>没有变化</source>
            <translation>unchanged</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/results.py" />
            <source>编制以来：{changes}</source>
            <translation>since then: {changes}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/rows.py" />
            <source>{count} 个旧文件移到了“作废卷宗”</source>
            <translation>
                <numerusform>{count} old file moved to the folder 作废卷宗 (obsolete)</numerusform>
                <numerusform>{count} old files moved to the folder 作废卷宗 (obsolete)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/rows.py" />
            <source>{count} 份已装而存疑</source>
            <translation>
                <numerusform>{count} bound file holds more than its pages show</numerusform>
                <numerusform>{count} bound files hold more than their pages show</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/rows.py" />
            <source>{count} 页</source>
            <translation>
                <numerusform>{count} page</numerusform>
                <numerusform>{count} pages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>{pages}，存疑</source>
            <translation>{pages}, with findings</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>“{title}”没有写成：{why}</source>
            <translation>"{title}" was not written: {why}</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>失败</source>
            <translation>Failed</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>已装</source>
            <translation>Bound</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>应装 {inputs} 份：已装 {included}，未装 {excluded}，失败 {failed}</source>
            <translation>{inputs} expected: {included} bound, {excluded} left out, {failed} failed</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/rows.py" />
            <source>换成盖章扫描件 {count} 件</source>
            <translation>
                <numerusform>{count} replaced by stamped scans</numerusform>
                <numerusform>{count} replaced by stamped scans</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>换成盖章扫描件：</source>
            <translation>Replaced by stamped scans: </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/rows.py" />
            <source>改动 {count} 件</source>
            <translation>
                <numerusform>{count} changed</numerusform>
                <numerusform>{count} changed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>改动：</source>
            <translation>Changed: </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/rows.py" />
            <source>新增 {count} 件</source>
            <translation>
                <numerusform>{count} new</numerusform>
                <numerusform>{count} new</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>新增：</source>
            <translation>New: </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>旧文件仍在原处：{path}</source>
            <translation>The old file is still there: {path}</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>未装</source>
            <translation>Left out</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>案卷各项</source>
            <translation>Archive fields</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>案卷题名、出处或保管期限</source>
            <translation>title, source or retention</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>每页照片数</source>
            <translation>Photos a page</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>水印</source>
            <translation>Watermark</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/rows.py" />
            <source>移出 {count} 件</source>
            <translation>
                <numerusform>{count} taken out</numerusform>
                <numerusform>{count} taken out</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>移出：</source>
            <translation>Taken out: </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>空白页</source>
            <translation>Blank pages</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/dossiers/rows.py" />
            <source>等 {count} 件</source>
            <translation>
                <numerusform> and more, {count} in all</numerusform>
                <numerusform> and more, {count} in all</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>装订选项不同</source>
            <translation>Other binding options</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>选项不同：</source>
            <translation>Options differ: </translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>长期保存格式</source>
            <translation>Long-term format</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>页号位置</source>
            <translation>Page numbers</translation>
        </message>
        <message>
            <location filename="../../ui/dossiers/rows.py" />
            <source>顺序有调整</source>
            <translation>Order changed</translation>
        </message>
        <message>
            <location filename="../../ui/drafts.py" />
            <source>{name}：{why}</source>
            <translation>{name}: {why}</translation>
        </message>
        <message>
            <location filename="../../ui/drafts.py" />
            <source>先去改好</source>
            <translation>Correct it first</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/drafts.py" />
            <source>有 {count} 处填写没有存上，要不管它们，{doing}吗？</source>
            <translation>
                <numerusform>{count} entries could not be saved. Go on without them: {doing}?</numerusform>
                <numerusform>{count} entries could not be saved. Go on without them: {doing}?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/drafts.py" />
            <source>继续</source>
            <translation>Continue</translation>
        </message>
        <message>
            <location filename="../../ui/drafts.py" />
            <source>还没有保存</source>
            <translation>not saved yet</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/controller.py" />
            <source>制作数据包</source>
            <translation>Make a package</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/controller.py" />
            <source>另有 {count} 个包没有带来改动，不用撤销</source>
            <translation>
                <numerusform>{count} more packages brought no change and need no undoing</numerusform>
                <numerusform>{count} more packages brought no change and need no undoing</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/controller.py" />
            <source>合并</source>
            <translation>Merge</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/controller.py" />
            <source>合并 {count} 个包</source>
            <translation>
                <numerusform>Merge {count} package</numerusform>
                <numerusform>Merge {count} packages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/controller.py" />
            <source>合并收到的包</source>
            <translation>Merge packages received</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/controller.py" />
            <source>已经取消，没有改动。</source>
            <translation>Cancelled; nothing was changed.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/controller.py" />
            <source>查看收到的包</source>
            <translation>Look at packages received</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/controller.py" />
            <source>正在合并 {count} 个包……</source>
            <translation>
                <numerusform>Merging {count} package…</numerusform>
                <numerusform>Merging {count} packages…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/controller.py" />
            <source>正在核对 {count} 个包……</source>
            <translation>
                <numerusform>Checking {count} package…</numerusform>
                <numerusform>Checking {count} packages…</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/controller.py" />
            <source>这里没有找到包（.zip 文件）。</source>
            <translation>There is no package (.zip file) here.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>U 盘</source>
            <translation>USB stick</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>U 盘排在最前；也可以选别的文件夹</source>
            <translation>USB sticks come first; you may choose another folder</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>{kind}　{name}　可用 {free}</source>
            <translation>{kind}　{name}　{free} free</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>{text}，放不下，请换一个盘</source>
            <translation>{text}: not enough; use another one</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>{text}；这个盘是 FAT32，存不下超过 4 GB 的文件，请分卷</source>
            <translation>{text}; this one is FAT32 and holds no file over 4 GB, so write it in parts</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>刷新</source>
            <translation>Refresh</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>可用 {free}</source>
            <translation>{free} free</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>可用 {free}，大约需要 {needed}</source>
            <translation>{free} free, about {needed} needed</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>插上 U 盘后重新查看</source>
            <translation>Look again after plugging in a stick</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>放包的文件夹</source>
            <translation>Folder for packages</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>桌面（没有插 U 盘）</source>
            <translation>Desktop (no stick is plugged in)</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>没有插 U 盘</source>
            <translation>No USB drive</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>磁盘</source>
            <translation>Disk</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>请插上 U 盘后刷新，或选文件夹。</source>
            <translation>Plug in a USB drive and refresh, or choose a folder.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>送到哪里</source>
            <translation>Where to</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>选择放包的文件夹</source>
            <translation>Choose a folder for packages</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/destination.py" />
            <source>选文件夹…</source>
            <translation>Choose folder…</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>{name} 的密钥变了，没有合并</source>
            <translation>{name}'s key has changed; not merged</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>以前确认的指纹</source>
            <translation>Fingerprint confirmed before</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>到 身份与口令</source>
            <translation>To identity and passphrase</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>可能是对方换了电脑或重装了系统，也可能是别人冒充。请当面或打电话向对方核实：是换了电脑，就请对方用另存的密钥恢复，再重新制作；密钥确实丢了，核对新指纹无误后，到 设置→身份与口令 取消对旧指纹的信任，再打开这个包。</source>
            <translation>They may have a new computer or a new system, or somebody pretends to be them. Check by phone or in person: if they have a new computer, have them restore the key they saved and make the package again; if the key is lost, check the new fingerprint, revoke the old one in Settings → Identity, and open this package again.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>对方的指纹</source>
            <translation>Their fingerprint</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>已经与 {name} 核对，指纹一致</source>
            <translation>I have checked it with {name}; it is the same</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>指纹是一串字，像对方电脑的印鉴，用来认出包是不是他发的。请打电话或当面请对方念出来，与上面“对方的指纹”逐段对照；对方要核对本机时，念“本机的指纹”。每个单位只需一次。</source>
            <translation>A fingerprint is a row of letters, like a seal of the other computer: it shows whether a package is really theirs. Have it read out, by telephone or in person, and compare it with “Their fingerprint” above, group by group; if they want to check this computer, read out “Fingerprint of this computer”. Once for each unit.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>本机的指纹</source>
            <translation>Fingerprint of this computer</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>每个单位只需核对一次</source>
            <translation>Each unit has to be checked only once</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>看已经确认的指纹，取消对旧指纹的信任</source>
            <translation>See the confirmed fingerprints; revoke an old one</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>第一次收到 {name} 的包，请核对指纹</source>
            <translation>First package from {name}: please check the fingerprint</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>签名有效，指纹已经核对过</source>
            <translation>The signature is valid, the fingerprint has been checked</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/fingerprints.py" />
            <source>还没有密钥，首次制作包时生成</source>
            <translation>No key yet; it is made with the first package</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>{state}，对方已收到</source>
            <translation>{state}, received</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>{state}，未确认</source>
            <translation>{state}, not confirmed</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>全部收发</source>
            <translation>All packages</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>制作人</source>
            <translation>Made by</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>单位名称或首字母</source>
            <translation>Unit's name or initials</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>发出</source>
            <translation>Sent</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>发出的</source>
            <translation>Sent</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>号</source>
            <translation>No.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>哪些包</source>
            <translation>Which packages</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>对方</source>
            <translation>With</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>已撤销这次合并，原件保留</source>
            <translation>Merge undone; the originals are kept</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>撤销 {name} 第 {number} 号包的合并吗？</source>
            <translation>Undo the merge of package no. {number} of {name}?</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>撤销合并</source>
            <translation>Undo merge</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>撤销这次合并</source>
            <translation>Undo this merge</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>撤销选中的合并，原件保留；之后有了审核或改动的不能撤销</source>
            <translation>Undo the chosen merge and keep the originals; not possible once reviewed or changed</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>收到</source>
            <translation>Received</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>收到的</source>
            <translation>Received</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>收发</source>
            <translation>Direction</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>收发记录</source>
            <translation>Packages sent and received</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>材料记录回到合并以前的样子，原件保留；包还在的话可以再合并。</source>
            <translation>The records go back to what they were before; the originals are kept, and the package can be merged again.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/history_view.py" />
            <source>还没有发出或收到过包。</source>
            <translation>No package has been sent or received yet.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/make_dialog.py" />
            <source>{names} 等</source>
            <translation>{names} etc.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/make_dialog.py" />
            <source>写到选定的位置，写完重新读出核对（Ctrl+回车）</source>
            <translation>Write it to the chosen place and read it back to check (Ctrl+Enter)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/make_dialog.py" />
            <source>制作 {count} 个</source>
            <translation>
                <numerusform>Make {count}</numerusform>
                <numerusform>Make {count}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/make_dialog.py" />
            <source>制作{kind}</source>
            <translation>Make: {kind}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/make_dialog.py" />
            <source>给 {count} 个单位各制作一个{kind}</source>
            <translation>
                <numerusform>Make for {count} unit: {kind}</numerusform>
                <numerusform>Make one for each of {count} units: {kind}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/make_dialog.py" />
            <source>装入创建办已合并的全部材料和原件，只给电脑丢了、坏了的单位。单位在新电脑的开始页打开它，就接着做；先把它送来过的包都合并了再制作。新电脑的密钥是新的，下次收它的报送包要重新核对指纹。</source>
            <translation>It holds all evidence and originals of the unit that the office has merged; only for a unit that lost its computer. The unit opens it on the start page of the new computer and goes on. Merge every package the unit has sent before you make it. The new computer has a new key: compare the fingerprint again when its next submission comes.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>{kind} {number} 号 {day}</source>
            <translation>{kind} no. {number} {day}</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>{kind}的说明</source>
            <translation>Note for the {kind}</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>{total} 个单位，报来过 {came} 个，缺号 {gaps} 个，有新结论未下发 {news} 个</source>
            <translation>{total} units: {came} have submitted, {gaps} with gaps, {news} with news to return</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>任务包…</source>
            <translation>Task package…</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>单位名称或拼音首字母（Ctrl+F）</source>
            <translation>Unit's name or pinyin initials (Ctrl+F)</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>单位或记录</source>
            <translation>Unit or record</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>单位的电脑丢了、坏了时，把已合并的材料和原件还给选中的单位</source>
            <translation>Give the chosen units back their merged evidence and originals after a computer was lost or broken</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>各单位</source>
            <translation>Units</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>已核对</source>
            <translation>checked</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>待审</source>
            <translation>Open</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>恢复包…</source>
            <translation>Recovery package…</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>指纹</source>
            <translation>Fingerprint</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>接收一个文件夹（如 U 盘）里的全部包</source>
            <translation>Take all packages of a folder, such as a USB stick</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>接收报送包…</source>
            <translation>Receive…</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>接收文件夹…</source>
            <translation>Receive folder…</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>最近发出</source>
            <translation>Last sent</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>最近收到</source>
            <translation>Last received</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>未下发结论</source>
            <translation>To return</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>未核对</source>
            <translation>unknown</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>查找单位</source>
            <translation>Find units</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>没有</source>
            <translation>none</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>给选中的单位制作任务包；没有选就给全部单位</source>
            <translation>Make task packages for the chosen units, or for all if none is chosen</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>给选中的单位制作退回包；没有选就给有新结论的单位</source>
            <translation>Make return packages for the chosen units, or for those with news if none is chosen</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>缺号</source>
            <translation>Gaps</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>退回包…</source>
            <translation>Return package…</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>选一个或几个报送包；也可以把文件或文件夹拖到本页</source>
            <translation>Choose one or more submission packages; you may also drop files or folders here</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>选中上次退回包以后又有审核结论或整改通知的单位</source>
            <translation>Choose the units with verdicts or notices since their last return package</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/office.py" />
            <source>选有新结论的</source>
            <translation>Choose those with news</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>{names}的密钥还没有核对过，这次不能加密；合并过对方的包、核对指纹以后就加密。{what}</source>
            <translation>The key of {names} was not compared yet, so this package cannot be encrypted; once a package of theirs is merged and the fingerprint compared, it will be. {what}</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>不分卷</source>
            <translation>In one part</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>以本机为准：有几份工作区时用</source>
            <translation>Go by this computer: if there are several workspaces</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>全量：对方已经收到的原件也装入</source>
            <translation>Full: with originals they have already</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>分卷</source>
            <translation>Parts</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>分卷大小</source>
            <translation>Size of parts</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>创建办能看到材料，但不进入审核</source>
            <translation>The office can see it, but it does not go to review</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>加密：只有对方能打开</source>
            <translation>Encrypt: only they can open it</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>只送去看看，不算正式报送</source>
            <translation>Only to look at, not a formal submission</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>对方换了电脑、丢了原件时用；平时不用勾选</source>
            <translation>For a side with a new computer or lost originals; not needed otherwise</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>对方说有两份工作区不一致时用：以后只认这一份，并制作全量包</source>
            <translation>When they say that two workspaces disagree: this one counts from now on; makes a full package</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>每卷 2 GB（适合老的 U 盘）</source>
            <translation>2 GB each (old USB sticks)</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>每卷 4 GB（适合一般 U 盘）</source>
            <translation>4 GB each (most USB sticks)</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>每卷多少 MB</source>
            <translation>MB in each part</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>用对方的公钥加密；合并过对方的包、核对过指纹以后都加密</source>
            <translation>Encrypted with the recipient's public key, always once a package of theirs was merged and the fingerprint compared</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>给单位的话</source>
            <translation>Word to the units</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>自定大小</source>
            <translation>Own size</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>说明</source>
            <translation>Note</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>送到</source>
            <translation>To</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>选项</source>
            <translation>Options</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/pack_form.py" />
            <source>随包带给单位的说明，可以不填</source>
            <translation>A note that goes with the package; may be empty</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/page.py" />
            <source>工作区是只读打开的，不能接收数据包</source>
            <translation>The workspace is open read-only; packages cannot be received</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/page.py" />
            <source>打开收到的包（分卷可只选一个）</source>
            <translation>Open packages received (of several parts, choose any one)</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/page.py" />
            <source>接收这个文件夹里的全部包</source>
            <translation>Receive all packages of this folder</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>共 {total} 个包：合并 {merged} 个，没有合并 {rest} 个。</source>
            <translation>{total} packages: {merged} merged, {rest} not.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>包里的内容</source>
            <translation>What is inside</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>原件保留</source>
            <translation>the originals stay</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>去审核</source>
            <translation>Review</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/receive_view.py" />
            <source>合并 {count} 个</source>
            <translation>
                <numerusform>Merge {count}</numerusform>
                <numerusform>Merge {count}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>合并已撤销</source>
            <translation>Merge undone</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>合并的结果</source>
            <translation>Result of the merge</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>回到报送页</source>
            <translation>Back to submission</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>完成</source>
            <translation>Achieved</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>已撤销：{text}</source>
            <translation>Undone: {text}</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>已经撤销，或合并以后又做了别的事；请先撤销那些，或在“收发记录”里撤销</source>
            <translation>It was undone already, or something else was done since; undo that first, or undo the merge under “History”</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>把能合并的都合并进来</source>
            <translation>Merge all that can be merged</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>撤销刚才的合并，原件保留</source>
            <translation>Undo the merge just made; the originals are kept</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>收到的包</source>
            <translation>Packages received</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>没有新的内容</source>
            <translation>Nothing new</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>看退回的材料</source>
            <translation>See what was returned</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>转到第一件退回的材料</source>
            <translation>Go to the first returned item</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>转到等着审核的材料</source>
            <translation>Go to what waits for review</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/receive_view.py" />
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/result_card.py" />
            <source>做成 {good} 个，没有做成 {rest} 个</source>
            <translation>{good} made, {rest} not made</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/result_card.py" />
            <source>写入后已重新读出核对。做成的包可以拔出送走；U 盘上原有的包没有改动。</source>
            <translation>Read back and checked after writing. Finished packages can be unplugged and sent; what was on the stick before is unchanged.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/result_card.py" />
            <source>制作的结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/result_card.py" />
            <source>在文件管理器里看这些包</source>
            <translation>See these packages in the file manager</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/result_card.py" />
            <source>已校验，可以拔出</source>
            <translation>Checked; you can unplug it</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/result_card.py" />
            <source>已经取消，没有写成</source>
            <translation>Cancelled, not written</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/result_card.py" />
            <source>打开所在文件夹</source>
            <translation>Open folder</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/result_card.py" />
            <source>收起这张卡片</source>
            <translation>Close this card</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/result_card.py" />
            <source>正在写入，请不要拔出 U 盘</source>
            <translation>Writing; do not unplug the USB stick</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/result_card.py" />
            <source>没有做成</source>
            <translation>Not made</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/result_card.py" />
            <source>知道了</source>
            <translation>Got it</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>{count} 个不能合并</source>
            <translation>
                <numerusform>{count} cannot be merged</numerusform>
                <numerusform>{count} cannot be merged</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>{count} 个要先核对指纹</source>
            <translation>
                <numerusform>{count} need the fingerprint checked first</numerusform>
                <numerusform>{count} need the fingerprint checked first</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>{count} 个要点的应有材料有调整</source>
            <translation>
                <numerusform>The expected material of {count} points has changed</numerusform>
                <numerusform>The expected material of {count} points has changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>{count} 件材料需要另选指标或任务</source>
            <translation>
                <numerusform>{count} items need another indicator or task</numerusform>
                <numerusform>{count} items need another indicator or task</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>{count} 处通过的结论需要复审</source>
            <translation>
                <numerusform>{count} accepted place needs a new review</numerusform>
                <numerusform>{count} accepted places need a new review</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>{item}归到{where}</source>
            <translation>{item} placed at {where}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>{name} 等 {count} 个分卷</source>
            <translation>
                <numerusform>{name} etc., {count} part</numerusform>
                <numerusform>{name} etc., {count} parts</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>{name}{by} 制作，{when}</source>
            <translation>Made by {name}{by}, {when}</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>{number} 号　{where}　{problem}</source>
            <translation>No. {number}　{where}　{problem}</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>{sender}　{kind}第 {number} 号</source>
            <translation>{sender}　{kind} no. {number}</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>一件材料</source>
            <translation>One item</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>一条记录</source>
            <translation>One record</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>不能用</source>
            <translation>Cannot be used</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>中途取消，还没有轮到它</source>
            <translation>Cancelled before its turn</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>全量</source>
            <translation>full</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>共 {count} 个包</source>
            <translation>
                <numerusform>{count} package</numerusform>
                <numerusform>{count} packages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>创建办</source>
            <translation>Office</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>创建办的话</source>
            <translation>Word from the office</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>创建步骤有调整：第 {steps} 步</source>
            <translation>Stages changed: no. {steps}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>发给 {name}，{full}，原件 {count} 份，共 {size}</source>
            <translation>
                <numerusform>For {name}, {full}, {count} original, {size}</numerusform>
                <numerusform>For {name}, {full}, {count} originals, {size}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>另有 {count} 条</source>
            <translation>
                <numerusform>{count} more</numerusform>
                <numerusform>{count} more</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>只含新的内容</source>
            <translation>new content only</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>可以合并</source>
            <translation>Can be merged</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>在对方的回收站里</source>
            <translation>In their recycle bin</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>密钥变了，不能合并</source>
            <translation>Key changed, cannot be merged</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>已写好并核对</source>
            <translation>Written and checked</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>已合并</source>
            <translation>Merged</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>指标 {codes}</source>
            <translation>Indicators {codes}</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>指标体系换为 {name}</source>
            <translation>Indicator set changes to {name}</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>材料 {items} 件，随包原件 {originals} 份，共 {size}</source>
            <translation>{items} items, {originals} originals in the package, {size}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>检索清单有 {count} 行变动</source>
            <translation>
                <numerusform>{count} line of the look-up list has changed</numerusform>
                <numerusform>{count} lines of the look-up list have changed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>没有制作</source>
            <translation>Not made</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>没有合并</source>
            <translation>Not merged</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>没有查看</source>
            <translation>Not looked at</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>由谁交材料</source>
            <translation>Who owes material</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>缺少原件 {count} 份</source>
            <translation>
                <numerusform>{count} original missing</numerusform>
                <numerusform>{count} originals missing</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>请先核对指纹</source>
            <translation>Check the fingerprint first</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>请对方制作全量包补齐</source>
            <translation>Have a full package made to fill the gap</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>请留意</source>
            <translation>Please note</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>需复审</source>
            <translation>Review again</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>齐备的要点：{before} → {after}（共 {total}）</source>
            <translation>Points covered: {before} → {after} (of {total})</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/rows.py" />
            <source>（{person}）</source>
            <translation> ({person})</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>；修复被改动的原件 {count} 份</source>
            <translation>
                <numerusform>; {count} altered originals mended</numerusform>
                <numerusform>; {count} altered originals mended</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>；原件缺失或损坏 {count} 份，没有装入</source>
            <translation>
                <numerusform>; {count} original missing or damaged, not packed</numerusform>
                <numerusform>; {count} originals missing or damaged, not packed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>；存入原件 {count} 份</source>
            <translation>
                <numerusform>; {count} original stored</numerusform>
                <numerusform>; {count} originals stored</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/rows.py" />
            <source>；缺原件 {count} 份</source>
            <translation>
                <numerusform>; {count} original missing</numerusform>
                <numerusform>; {count} originals missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>{count} 件</source>
            <translation>
                <numerusform>{count} item</numerusform>
                <numerusform>{count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>{fields}是猜的，请核对</source>
            <translation>{fields} guessed; please confirm</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>不在这次报送里：{what}</source>
            <translation>Not in this submission: {what}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>不涉及 {count} 个要点</source>
            <translation>
                <numerusform>{count} points do not apply</numerusform>
                <numerusform>{count} points do not apply</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>不能印成页面</source>
            <translation>Cannot be printed</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>不能印成页面 {count} 件</source>
            <translation>
                <numerusform>{count} cannot be made into pages</numerusform>
                <numerusform>{count} cannot be made into pages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>先不报送，转到选中的材料</source>
            <translation>Do not submit yet; go to the selected item</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>全选</source>
            <translation>All</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>全部报送</source>
            <translation>Submit everything</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>写到上面的位置（Ctrl+回车）</source>
            <translation>Write to the place above (Ctrl+Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>制作报送包</source>
            <translation>Make submission</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>去改正</source>
            <translation>Correct it</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>只送去看看：不算正式报送</source>
            <translation>Sent for a look only: not submitted</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>只选没有问题的</source>
            <translation>Only what is sound</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>报送</source>
            <translation>Submit</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>报送前看一遍</source>
            <translation>Look over before submitting</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>有问题的这次不算正式报送，以后补报</source>
            <translation>What has problems is not submitted this time; submit it later</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>正式报送 {slots} 处，材料 {items} 件</source>
            <translation>Submitting {slots} slots, {items} items</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>没有新的内容要正式报送；材料记录和创建办还没有的原件会一并送去</source>
            <translation>Nothing new to submit; the records and the originals that the office lacks are sent all the same</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>要点 {number}：{text}</source>
            <translation>Point {number}: {text}</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>要留意的</source>
            <translation>To be noted</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>请写上材料自己的题名</source>
            <translation>Please enter the document's own title</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>还没有材料的要点 {count} 个</source>
            <translation>
                <numerusform>{count} point without evidence</numerusform>
                <numerusform>{count} points without evidence</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>还没有核对</source>
            <translation>Not confirmed yet</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>还没有核对 {count} 件</source>
            <translation>
                <numerusform>{count} not confirmed yet</numerusform>
                <numerusform>{count} not confirmed yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>还缺 {count} 个要点</source>
            <translation>
                <numerusform>{count} point missing</numerusform>
                <numerusform>{count} points missing</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>这次报送的内容</source>
            <translation>What is submitted this time</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>退回未改 {count} 处</source>
            <translation>
                <numerusform>{count} return not worked on</numerusform>
                <numerusform>{count} returns not worked on</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>退回还没有改 {count} 处</source>
            <translation>
                <numerusform>{count} return not answered yet</numerusform>
                <numerusform>{count} returns not answered yet</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>题名还是文件名</source>
            <translation>Still titled by file name</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>题名还是文件名 {count} 件</source>
            <translation>
                <numerusform>{count} still titled by file name</numerusform>
                <numerusform>{count} still titled by file name</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>；{count} 处有问题</source>
            <translation>
                <numerusform>; {count} with problems</numerusform>
                <numerusform>; {count} with problems</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/submit_dialog.py" />
            <source>；{count} 处还缺要点</source>
            <translation>
                <numerusform>; {count} still lacks points</numerusform>
                <numerusform>; {count} still lack points</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/unit.py" />
            <source>{what}。可以照常报送，以后补上再报。</source>
            <translation>{what}. You can submit all the same and add to it later.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/unit.py" />
            <source>仍可以制作：材料记录和创建办还没有的原件会一并送去。</source>
            <translation>A package can be made all the same: records and originals that the office lacks go along.</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/unit.py" />
            <source>先看一遍报送什么、有什么问题、还缺什么，再写到选定的 U 盘或文件夹</source>
            <translation>See what goes, what is wrong and what is missing, then write it to the chosen stick or folder</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/unit.py" />
            <source>写到 {place}</source>
            <translation>To {place}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/exchange/unit.py" />
            <source>原件不在了 {count} 份，送不出去</source>
            <translation>
                <numerusform>{count} original is gone and cannot be sent</numerusform>
                <numerusform>{count} originals are gone and cannot be sent</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/exchange/unit.py" />
            <source>打开创建办发来的任务包、退回包或恢复包，也可以把文件拖到本页</source>
            <translation>Open the task, return or recovery package that the office sent; you may also drop it here</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/unit.py" />
            <source>打开收到的包…</source>
            <translation>Open a package…</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/unit.py" />
            <source>报送…</source>
            <translation>Submit…</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/unit.py" />
            <source>报送或记录</source>
            <translation>Submission or record</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/unit.py" />
            <source>正式报送 {slots} 处；随包送去材料记录 {items} 件、原件 {originals} 份，{size}</source>
            <translation>{slots} places submitted; the package holds {items} records and {originals} originals, {size}</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/unit.py" />
            <source>没有新的内容要正式报送</source>
            <translation>Nothing new to submit formally</translation>
        </message>
        <message>
            <location filename="../../ui/exchange/unit.py" />
            <source>等</source>
            <translation> etc.</translation>
        </message>
        <message>
            <location filename="../../ui/findings/card.py" />
            <source>修订、批注或隐藏内容另选了装订方式</source>
            <translation>Changes, comments or hidden content are bound as chosen</translation>
        </message>
        <message>
            <location filename="../../ui/findings/card.py" />
            <source>处理…</source>
            <translation>Deal with…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/findings/card.py" />
            <source>存疑 {count} 条，都已核实</source>
            <translation>
                <numerusform>{count} finding, looked at</numerusform>
                <numerusform>{count} findings, all looked at</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/findings/card.py" />
            <source>存疑：{findings}</source>
            <translation>Open findings: {findings}</translation>
        </message>
        <message>
            <location filename="../../ui/findings/card.py" />
            <source>核实存疑，选择修订、批注和隐藏内容怎样装订</source>
            <translation>Dismiss findings; choose how changes, comments and hidden content are bound</translation>
        </message>
        <message>
            <location filename="../../ui/findings/card.py" />
            <source>留意：{remarks}</source>
            <translation>Note: {remarks}</translation>
        </message>
        <message>
            <location filename="../../ui/findings/dialog.py" />
            <source>{name}　{file}</source>
            <translation>{name}　{file}</translation>
        </message>
        <message>
            <location filename="../../ui/findings/dialog.py" />
            <source>{who}已核实</source>
            <translation>Looked at by {who}</translation>
        </message>
        <message>
            <location filename="../../ui/findings/dialog.py" />
            <source>“{name}”不需要处理的理由</source>
            <translation>Why “{name}” needs no care</translation>
        </message>
        <message>
            <location filename="../../ui/findings/dialog.py" />
            <source>修订：带着修订标记印出（不勾选则印接受修订后的样子）</source>
            <translation>Tracked changes: print with marks (otherwise as if accepted)</translation>
        </message>
        <message>
            <location filename="../../ui/findings/dialog.py" />
            <source>存疑</source>
            <translation>Findings</translation>
        </message>
        <message>
            <location filename="../../ui/findings/dialog.py" />
            <source>批注：印在页边</source>
            <translation>Comments: print in the margin</translation>
        </message>
        <message>
            <location filename="../../ui/findings/dialog.py" />
            <source>看过了、不需要处理的，写明理由</source>
            <translation>If it needs no care, say why</translation>
        </message>
        <message>
            <location filename="../../ui/findings/dialog.py" />
            <source>装订方式</source>
            <translation>How it is bound</translation>
        </message>
        <message>
            <location filename="../../ui/findings/dialog.py" />
            <source>请看清楚这些照片：可以换更好的，不需要处理的写明理由。</source>
            <translation>Look at these photos: put better ones in their place, or say why they may stay.</translation>
        </message>
        <message>
            <location filename="../../ui/findings/dialog.py" />
            <source>这些内容在文件里，装订页上看不到或不一样。可换文件、附打印的 PDF，或写明理由核实。</source>
            <translation>This is in the file, and the bound pages show it differently or not at all. Replace the file, attach a printed PDF, or say why it may stay.</translation>
        </message>
        <message>
            <location filename="../../ui/findings/dialog.py" />
            <source>隐藏的文字、工作表、行、列和幻灯片：也印出来</source>
            <translation>Hidden text, sheets, rows, columns and slides: print them too</translation>
        </message>
        <message>
            <location filename="../../ui/findings/embedded_box.py" />
            <source>{name}（不能取出）</source>
            <translation>{name} (cannot be taken out)</translation>
        </message>
        <message>
            <location filename="../../ui/findings/embedded_box.py" />
            <source>{name}（已另作一件）</source>
            <translation>{name} (an item of its own)</translation>
        </message>
        <message>
            <location filename="../../ui/findings/embedded_box.py" />
            <source>{name}（已随件装订）</source>
            <translation>{name} (bound with this item)</translation>
        </message>
        <message>
            <location filename="../../ui/findings/embedded_box.py" />
            <source>勾选的文件取出来，各作一件，放在同一位置</source>
            <translation>Take the ticked files out; each becomes an item at the same place</translation>
        </message>
        <message>
            <location filename="../../ui/findings/embedded_box.py" />
            <source>勾选的文件取出来，装订在这一件之后</source>
            <translation>Take the ticked files out and bind them after this item</translation>
        </message>
        <message>
            <location filename="../../ui/findings/embedded_box.py" />
            <source>另作一件</source>
            <translation>Make items of them</translation>
        </message>
        <message>
            <location filename="../../ui/findings/embedded_box.py" />
            <source>正在查看里面的文件…</source>
            <translation>Looking for the files inside…</translation>
        </message>
        <message>
            <location filename="../../ui/findings/embedded_box.py" />
            <source>没能取出里面的文件，请在原来的软件中打开后另存</source>
            <translation>The files inside could not be taken out; open the file in its own program and save them</translation>
        </message>
        <message>
            <location filename="../../ui/findings/embedded_box.py" />
            <source>里面的文件</source>
            <translation>Files inside</translation>
        </message>
        <message>
            <location filename="../../ui/findings/embedded_box.py" />
            <source>随件附上</source>
            <comment>to do</comment>
            <translation>Added as part</translation>
        </message>
        <message>
            <location filename="../../ui/findings/judging.py" />
            <source>工作区以只读方式打开</source>
            <translation>The workspace is open for reading only</translation>
        </message>
        <message>
            <location filename="../../ui/findings/judging.py" />
            <source>已保存</source>
            <translation>Saved</translation>
        </message>
        <message>
            <location filename="../../ui/findings/judging.py" />
            <source>核实存疑</source>
            <translation>Dismiss findings</translation>
        </message>
        <message>
            <location filename="../../ui/findings/taking_out.py" />
            <source>取出内嵌文件</source>
            <translation>Take files out</translation>
        </message>
        <message>
            <location filename="../../ui/help/contents.py" />
            <source>也叫：{names}。</source>
            <translation>Also called: {names}.</translation>
        </message>
        <message>
            <location filename="../../ui/help/contents.py" />
            <source>例如：{text}</source>
            <translation>For example: {text}</translation>
        </message>
        <message>
            <location filename="../../ui/help/contents.py" />
            <source>做什么</source>
            <translation>What it does</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/help/contents.py" />
            <source>共 {count} 条任务。</source>
            <translation>
                <numerusform>{count} tasks in all.</numerusform>
                <numerusform>{count} tasks in all.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/help/contents.py" />
            <source>核验方式要什么</source>
            <translation>What each method wants</translation>
        </message>
        <message>
            <location filename="../../ui/help/contents.py" />
            <source>检查组按这些方式核验。材料放在哪种方式下，就按那种方式查。</source>
            <translation>Inspectors verify in these ways. Material is checked by the method it is put under.</translation>
        </message>
        <message>
            <location filename="../../ui/help/contents.py" />
            <source>这一页的键</source>
            <translation>Keys of this page</translation>
        </message>
        <message>
            <location filename="../../ui/help/contents.py" />
            <source>键</source>
            <translation>Keys</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>N 下一个待审，A 通过，R 退回并选原因。</source>
            <translation>N goes to the next item to review, A accepts, R returns with a reason.</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>一按就编成带封面、目录、页号的 PDF；装不进去的写在清点单里。</source>
            <translation>One press makes PDFs with cover, catalogue and page numbers; what could not be bound is in the account.</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>任务包发给单位，报送包收回来；都可以用 U 盘带，合并之前能先看，合并错了能撤销。</source>
            <translation>Task packages go to the units and submissions come back, on USB sticks if you like. Look before you merge; a wrong merge can be undone.</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>做过的事、能不能撤销，都在这一行。不知道怎么做时按 F1，手册会翻到这一页；按 F6 换到下一栏。</source>
            <translation>This line says what was done and offers to undo it. F1 opens the manual at the page you are on; F6 goes to the next pane.</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>创建办和单位之间传包</source>
            <translation>Packages between office and units</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>哪一件、为什么退回，都列着；按“去改正”就到那件材料。</source>
            <translation>Which item, and why it was returned; “Correct it” leads to the item.</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>在这里审核</source>
            <translation>Review here</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>左边是还差多少，右边是等着处理的事。点一下任何一行，就到该做的地方。</source>
            <translation>On the left what is still missing, on the right what waits for you. A click on any line leads to the place.</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>扫描仪、同事把文件存进收件箱文件夹，到这里一件一件归。</source>
            <translation>Scanner and colleagues save files into the inbox folder; file them here one by one.</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>拿不准放哪里的，先放收件箱</source>
            <translation>Not sure where it goes? Inbox first</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>提示写在窗口最下面</source>
            <translation>Messages stand at the foot</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>收任务包、退回包，做报送包，都在这里；看到“已校验，可以拔出”再拔 U 盘。</source>
            <translation>Open task and return packages and make submissions here; pull out the stick once it says “Verified, you can remove it”.</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>材料放在“指标”里</source>
            <translation>Material goes to Indicators</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>编成卷宗</source>
            <translation>Bind the dossiers</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>这是工作台</source>
            <translation>This is the desk</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>退回的材料在这里</source>
            <translation>What was returned is here</translation>
        </message>
        <message>
            <location filename="../../ui/help/first_day.py" />
            <source>选一项指标，把文件拖到右边的材料要点上。题名、文号先由程序猜好，请核对一遍。</source>
            <translation>Choose an indicator and drag files onto a point on the right. Title and number are guessed; please check them.</translation>
        </message>
        <message>
            <location filename="../../ui/help/manual_window.py" />
            <source>使用手册</source>
            <translation>Manual</translation>
        </message>
        <message>
            <location filename="../../ui/help/manual_window.py" />
            <source>在手册里查找</source>
            <translation>Search the manual</translation>
        </message>
        <message>
            <location filename="../../ui/help/manual_window.py" />
            <source>手册正文</source>
            <translation>Text of the manual</translation>
        </message>
        <message>
            <location filename="../../ui/help/manual_window.py" />
            <source>手册的各节</source>
            <translation>Parts of the manual</translation>
        </message>
        <message>
            <location filename="../../ui/help/manual_window.py" />
            <source>手册里没有找到这些字</source>
            <translation>Nothing found in the manual</translation>
        </message>
        <message>
            <location filename="../../ui/help/manual_window.py" />
            <source>查找：如 U 盘、退回、页号</source>
            <translation>Search, e.g. USB stick</translation>
        </message>
        <message>
            <location filename="../../ui/help/tour.py" />
            <source>下一步</source>
            <translation>Next</translation>
        </message>
        <message>
            <location filename="../../ui/help/tour.py" />
            <source>带我看一遍</source>
            <translation>Show me around</translation>
        </message>
        <message>
            <location filename="../../ui/help/tour.py" />
            <source>开始用</source>
            <translation>Start</translation>
        </message>
        <message>
            <location filename="../../ui/help/tour.py" />
            <source>跳过</source>
            <translation>Skip</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/announcing.py" />
            <source>收件箱暂时没有收取：{reason}</source>
            <translation>The inbox is not taking files for now: {reason}</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/announcing.py" />
            <source>收件箱：{summary}</source>
            <translation>Inbox: {summary}</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/announcing.py" />
            <source>磁盘或数据库暂时不能用，稍后会自动再试</source>
            <translation>The disk or the database is not available for now; it will be tried again</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/inbox/controller.py" />
            <source>{count} 个文件已放进收件箱，稍后出现在列表里</source>
            <translation>
                <numerusform>{count} files were put into the inbox; they will be listed in a moment</numerusform>
                <numerusform>{count} files were put into the inbox; they will be listed in a moment</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/inbox/controller.py" />
            <source>{count} 个文件已离开收件箱</source>
            <translation>
                <numerusform>{count} file has left the inbox</numerusform>
                <numerusform>{count} files have left the inbox</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/inbox/controller.py" />
            <source>{count} 个文件放回收件箱，稍后出现在列表里</source>
            <translation>
                <numerusform>{count} file goes back to the inbox and will be listed soon</numerusform>
                <numerusform>{count} files go back to the inbox and will be listed soon</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/inbox/controller.py" />
            <source>{summary}，归到 {where}</source>
            <translation>{summary}, filed at {where}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/inbox/controller.py" />
            <source>归集 {count} 件</source>
            <translation>
                <numerusform>File {count} item</numerusform>
                <numerusform>File {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/inbox/controller.py" />
            <source>收取文件</source>
            <translation>Taking files in</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/controller.py" />
            <source>放进收件箱</source>
            <translation>Put into the inbox</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/inbox/controller.py" />
            <source>移出 {count} 个文件</source>
            <translation>
                <numerusform>Move out {count} file</numerusform>
                <numerusform>Move out {count} files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/inbox/page.py" />
            <source>{count} 个文件归到</source>
            <translation>
                <numerusform>File {count} file at</numerusform>
                <numerusform>File {count} files at</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>不是材料的文件移到旁边的“已移出”文件夹，可以放回</source>
            <translation>Files that are no evidence go to a folder beside it and can be put back</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>不涉密，仍要收取</source>
            <translation>No secret, take in</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>不涉密，仍要收取…</source>
            <translation>No secret, take in…</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>先覆盖再删除，不能恢复。涉密文件按规定应当移交的，请改用“移到别处”。</source>
            <translation>Overwritten, then deleted; there is no way back. Use “Move elsewhere” for secrets that must be handed over.</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>同上</source>
            <translation>As before</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>在文件管理器里打开收件箱</source>
            <translation>Open the inbox in the file manager</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>已归集</source>
            <translation>Filed</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>已移出</source>
            <translation>Moved out</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>归到…</source>
            <translation>File…</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>归到上一次选的地方，也可按句点</source>
            <translation>File it where the last one went; or press the full stop key</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>归到这里</source>
            <translation>File here</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>彻底删除</source>
            <translation>Delete for good</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/inbox/page.py" />
            <source>彻底删除 {count} 个文件？</source>
            <translation>
                <numerusform>Delete {count} file for good?</numerusform>
                <numerusform>Delete {count} files for good?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>彻底删除…</source>
            <translation>Delete for good…</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>待归集</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>把复制的文件，或截图、复制的图片放进收件箱</source>
            <translation>Put copied files, a screenshot or a copied picture into the inbox</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>把带密级标志的文件移出工作区，放到自选的文件夹</source>
            <translation>Move files with a mark of secrecy out of the workspace, to a folder of your choice</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>收件箱</source>
            <translation>Inbox</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>收件箱的各个列表</source>
            <translation>The lists of the inbox</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>收件箱里按“指标编号／核验方式”建的文件夹，放进去的文件自动归集；其余的在这里等候。选中文件，输入指标编号（如 60）回车，再按数字选核验方式和要点。</source>
            <translation>Files in folders named indicator/method are filed by themselves; others wait here. Choose files, type an indicator number (such as 60), press Enter, then choose method and point by digits.</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>收件箱里的文件</source>
            <translation>Files in the inbox</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>放回收件箱</source>
            <translation>Put back</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>放回收件箱，重新归集</source>
            <translation>Put back into the inbox to file it again</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>材料里没有这个文件名：可能改过名，或在回收站里</source>
            <translation>No item has this file name: it may have been renamed, or lie in the recycle bin</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>没有收不成的文件</source>
            <translation>All files were taken in</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>没有收成</source>
            <translation>Not taken</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>没有移出的文件</source>
            <translation>No files were moved out</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>没有等着归集的文件。
把文件放进收件箱文件夹，几秒钟后就会出现在这里。</source>
            <translation>No files are waiting.
Put files into the inbox folder; they appear here in seconds.</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>移出收件箱</source>
            <translation>Move out</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>移到别处…</source>
            <translation>Move elsewhere…</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>移到哪个文件夹</source>
            <translation>Move to which folder</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>粘贴</source>
            <translation>Paste</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>经核对不涉密：写明理由，再选归到哪里；理由记入操作记录</source>
            <translation>Checked and no secret: give the reason, then the place; the reason goes into the log</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>给选中的文件选指标、核验方式和要点；也可直接输入编号</source>
            <translation>Choose indicator, method and point for the files; or type the number</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>覆盖后删除带密级标志的文件，不能恢复</source>
            <translation>Overwrite and delete files with a mark of secrecy; they cannot be brought back</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>请先打开文件核对。为什么不涉密？理由和姓名记入操作记录。</source>
            <translation>Open the file and check first. Why is it no secret? Reason and name go into the log.</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>还没有归集过文件。
归集以后，原来的文件列在这里。</source>
            <translation>No file has been filed yet.
Once files are filed, they are listed here.</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>这个文件不能预览</source>
            <translation>This file cannot be previewed</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>选中一个文件，在这里预览</source>
            <translation>Choose a file to preview it here</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/inbox/page.py" />
            <source>选中了 {count} 个文件</source>
            <translation>
                <numerusform>{count} file chosen</numerusform>
                <numerusform>{count} files chosen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/inbox/page.py" />
            <source>马上再看一遍收件箱</source>
            <translation>Look through the inbox again now</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/rows.py" />
            <source>{day} 归集</source>
            <translation>filed on {day}</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/rows.py" />
            <source>{day} 移出</source>
            <translation>moved out {day}</translation>
        </message>
        <message>
            <location filename="../../ui/inbox/rows.py" />
            <source>归集时自动解开，里面的文件各成一件</source>
            <translation>It is opened when it is filed; each file inside becomes an item</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/adding.py" />
            <source>添加复制的文件，或截图、复制的图片</source>
            <translation>Add copied files, a screenshot or a copied picture</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/adding.py" />
            <source>添加文件</source>
            <translation>Add files</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/adding.py" />
            <source>添加文件…</source>
            <translation>Add files…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/adding.py" />
            <source>添加文件夹</source>
            <translation>Add folder</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/adding.py" />
            <source>添加文件夹…</source>
            <translation>Add folder…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/adding.py" />
            <source>选择文件夹，里面的文件都添加到这里</source>
            <translation>Choose a folder; all files in it are added here</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/adding.py" />
            <source>选择文件添加到这里</source>
            <translation>Choose files to add here</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>不再筛选，显示全部指标</source>
            <translation>No longer filter; show all indicators</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>全部方式</source>
            <translation>All methods</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>全部责任单位</source>
            <translation>All units</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>共 {total} 项，材料要点 {covered}/{points}</source>
            <translation>{total} in all, evidence points {covered}/{points}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>只看一个责任单位的指标；可输入拼音首字母</source>
            <translation>Only the indicators of one responsible unit; pinyin initials will do</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>只看处于这种状态的指标</source>
            <translation>Only indicators in this state</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>只看牵头的、参与的或要交的指标，或把牵头的排在前面</source>
            <translation>Only indicators led, taken part in or owed; or those led first</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>只看采用这种核验方式的指标</source>
            <translation>Only indicators verified by this method</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>找到 {shown} 项，共 {total} 项</source>
            <translation>{shown} of {total} found</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>按核验方式筛选</source>
            <translation>Filter by method</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>按牵头、参与筛选</source>
            <translation>Filter by part</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>按状态筛选</source>
            <translation>Filter by state</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>按责任单位筛选</source>
            <translation>Filter by responsible unit</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>显示全部</source>
            <translation>Show all</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>查找指标</source>
            <translation>Find indicators</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>查找：编号、文字或拼音首字母（Ctrl+F）</source>
            <translation>Find: number, text or initials (Ctrl+F)</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>没有找到，请换个词或放宽筛选</source>
            <translation>Nothing found; try other words or fewer filters</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/browse.py" />
            <source>牵头 {lead} 项，参与 {part} 项，要交的要点 {covered}/{points}</source>
            <translation>{lead} led, {part} taken part in; points owed {covered}/{points}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>{unit} 说明这个要点的材料已齐，不再按应有材料提示</source>
            <translation>{unit} says that the material of this point is complete; nothing more is missed</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>一次定很多要点的应有材料</source>
            <translation>Set what many points expect at once</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>写了应有材料的要点，各样都有（按题名、文件名认）或说明已齐，才算齐备。随任务包发给单位。</source>
            <translation>A point with expected material is complete once each thing is there (by title or file name), or once somebody says so. Units get this with the task package.</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>创建办没有要求</source>
            <translation>The office expects nothing in particular</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>各样都有（按题名、文件名认）才算齐备；没有认出来、实际已齐的，勾选“材料已齐”。</source>
            <translation>A point is complete once each thing is there (by title or file name). Tick “Complete” where it is there and was not recognised.</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>太长：最多 {most} 样，每样最多 {longest} 个字</source>
            <translation>Too long: at most {most} things, each of at most {longest} characters</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>应有材料</source>
            <translation>Expected material</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>建议：{entries}</source>
            <translation>Suggested: {entries}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>更多要点…</source>
            <translation>More points…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>本页采用建议</source>
            <translation>Use all suggestions here</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>材料已齐</source>
            <translation>Complete</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>用顿号分开，如 通知、方案、记录、结果；空着不要求</source>
            <translation>Separate by commas, as notice, plan, record, result; empty for nothing</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>要点 {number} 的应有材料</source>
            <translation>What point {number} expects</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>要点 {number} 的材料已齐</source>
            <translation>The material of point {number} is complete</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>还差 {entries}</source>
            <translation>Still missing: {entries}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/checklists.py" />
            <source>采用建议</source>
            <translation>Use the suggestion</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>{about} 不涉及的原因</source>
            <translation>{about}: why it does not apply</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>{about} 的应有材料</source>
            <translation>Expected material of {about}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/controller.py" />
            <source>{count} 件已经在那里，没有变动</source>
            <translation>
                <numerusform>{count} item was there already</numerusform>
                <numerusform>{count} items were there already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/controller.py" />
            <source>{name} {count} 个要点</source>
            <translation>
                <numerusform>{name}: {count} points</numerusform>
                <numerusform>{name}: {count} points</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>{said}。还没有归到要点：选中后按右键，点“归到要点”</source>
            <translation>{said}. Not at a point yet: choose them, right-click, "File at point"</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>修改应有材料</source>
            <translation>Change the expected material</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>全部要点</source>
            <translation>All points</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>单位在材料列表的上方选择。</source>
            <translation>Choose the unit above the list of items.</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>取消不涉及</source>
            <comment>to do</comment>
            <translation>Withdraw the mark</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>填写数值“{text}”</source>
            <translation>State the figure "{text}"</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>已停止收取；停止之前收取的文件都在</source>
            <translation>Taking in stopped; what was taken in before is there</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/controller.py" />
            <source>已取消 {count} 个要点的不涉及</source>
            <translation>
                <numerusform>{count} points apply again</numerusform>
                <numerusform>{count} points apply again</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>已取消不涉及</source>
            <translation>No longer marked as not applicable</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>已取消数值</source>
            <translation>Figure withdrawn</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/controller.py" />
            <source>已定 {count} 个要点的应有材料</source>
            <translation>
                <numerusform>What {count} points expect is set</numerusform>
                <numerusform>What {count} points expect is set</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>已归到要点 {point}</source>
            <translation>Filed at point {point}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/controller.py" />
            <source>已把 {count} 个要点标为不涉及</source>
            <translation>
                <numerusform>Marked {count} points as not applying</numerusform>
                <numerusform>Marked {count} points as not applying</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>已改为未归要点</source>
            <translation>Now without a point</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>已标为不涉及</source>
            <translation>Marked as not applicable</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/controller.py" />
            <source>已移除 {count} 件</source>
            <translation>
                <numerusform>{count} item removed</numerusform>
                <numerusform>{count} items removed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>已记下</source>
            <translation>Noted</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>已记下数值</source>
            <translation>Figure noted</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>已附上 {name}，装订时用它的页面</source>
            <translation>Attached {name}; its pages will be bound</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>换要点</source>
            <translation>Change point</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>排定装订顺序</source>
            <translation>Arrange the order of binding</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/controller.py" />
            <source>收取 {count} 件</source>
            <translation>
                <numerusform>Take in {count} item</numerusform>
                <numerusform>Take in {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>材料按要点、责任单位排列；换要点请用“归到要点”</source>
            <translation>Evidence is listed by point and unit; to change the point, use "File at point"</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>标为不涉及</source>
            <comment>to do</comment>
            <translation>Mark as not applicable</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>没有变动</source>
            <translation>Nothing changed</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>没有变动：已经是这样</source>
            <translation>Nothing changed: it is so already</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/controller.py" />
            <source>移除 {count} 件</source>
            <translation>
                <numerusform>Remove {count} item</numerusform>
                <numerusform>Remove {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>说明材料已齐</source>
            <translation>Say that the material is complete</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>请先选择哪个单位不涉及</source>
            <translation>First choose the unit that it does not apply to</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>请先选择材料归在哪个单位名下</source>
            <translation>First choose the unit whose evidence this is</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>调整顺序</source>
            <translation>Change the order</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>选择打印成的 PDF</source>
            <translation>Choose the printed PDF</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/controller.py" />
            <source>附打印的 PDF</source>
            <translation>Attach a printed PDF</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/detail.py" />
            <source>{group}（{count} 个）</source>
            <translation>
                <numerusform>{group} ({count} unit)</numerusform>
                <numerusform>{group} ({count} units)</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>{role}：{names}</source>
            <translation>{role}: {names}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>{state}　要点 {covered}/{total}</source>
            <translation>{state}　points {covered}/{total}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>上一项</source>
            <translation>Previous</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>上一项指标</source>
            <translation>Previous indicator</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>下一种核验方式</source>
            <translation>Next method</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>下一项</source>
            <translation>Next</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>下一项指标</source>
            <translation>Next indicator</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/detail.py" />
            <source>其中不涉及 {count} 个</source>
            <translation>
                <numerusform>{count} not applicable</numerusform>
                <numerusform>{count} not applicable</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>创建办排定了这项任务的装订顺序，请在“装订顺序…”里改</source>
            <translation>The office arranged the order of binding of this task; change it under “Order of binding…”</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>可以补充，不是必须交的</source>
            <translation>may be added to, not owed</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>指标原文</source>
            <translation>Indicator text</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>核验方式</source>
            <translation>Verification methods</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>核验方式（Ctrl+Tab 换下一个）</source>
            <translation>Verification methods (Ctrl+Tab for the next)</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/detail.py" />
            <source>责任单位集合还没有填写成员</source>
            <translation>The unit group has no members yet</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/evidence_model.py" />
            <source>{name}（{facts}）</source>
            <translation>{name} ({facts})</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/evidence_view.py" />
            <source>未归要点</source>
            <translation>No point</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/evidence_view.py" />
            <source>材料</source>
            <translation>Evidence</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/evidence_view.py" />
            <source>要点 {point}</source>
            <translation>Point {point}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/evidence_view.py" />
            <source>附件 {count} 个</source>
            <translation>
                <numerusform>{count} attachments</numerusform>
                <numerusform>{count} attachments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/expect_many.py" />
            <source>{count} 个没有列出</source>
            <translation>
                <numerusform>{count} not shown</numerusform>
                <numerusform>{count} not shown</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>{where} 太长：最多 {most} 样，每样最多 {longest} 个字</source>
            <translation>{where} is too long: at most {most} things, each of at most {longest} characters</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>不要求</source>
            <translation>Expect nothing</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>全部勾选</source>
            <translation>Tick all</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/expect_many.py" />
            <source>列出 {count} 个要点</source>
            <translation>
                <numerusform>{count} points shown</numerusform>
                <numerusform>{count} points shown</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>勾选列出的全部要点；都勾选了，就全部取消</source>
            <translation>Tick all points shown; if all are ticked, untick them</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>勾选的、还没有应有材料的要点，采用程序按文字提出的建议</source>
            <translation>Ticked points that expect nothing yet take what their wording suggests</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>勾选的要点不再要求应有材料</source>
            <translation>The ticked points expect nothing any more</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>勾选要点，再采用建议；也可以双击“应有材料”一格（F2）自己写。确定以后才算数。</source>
            <translation>Tick points, then use the suggestions; or double-click the cell “Expected material” (F2) and write your own. Nothing counts before OK.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/expect_many.py" />
            <source>已勾选 {count} 个</source>
            <translation>
                <numerusform>{count} ticked</numerusform>
                <numerusform>{count} ticked</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>已定应有材料的</source>
            <translation>With expected material</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>建议</source>
            <translation>Suggestion</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>批量定应有材料</source>
            <translation>Expected material of many points</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>指标 {code} 要点 {number}</source>
            <translation>Indicator {code}, point {number}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/expect_many.py" />
            <source>改动 {count} 个</source>
            <translation>
                <numerusform>{count} changed</numerusform>
                <numerusform>{count} changed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>显示哪些要点</source>
            <translation>Which points to show</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>有建议、还没定的</source>
            <translation>Suggested, not set yet</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/expect_many.py" />
            <source>要点</source>
            <translation>Points</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/figures.py" />
            <source>{text}，{year} 年</source>
            <translation>{text}, {year}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/figures.py" />
            <source>{unit} 填报的数值</source>
            <translation>Figure stated by {unit}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/figures.py" />
            <source>{unit} 指标 {code} 的数值</source>
            <translation>{unit}, indicator {code}: figures</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/figures.py" />
            <source>{where}“{threshold}”</source>
            <translation>{where} "{threshold}"</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/figures.py" />
            <source>“{text}”不是数</source>
            <translation>“{text}” is not a number</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/figures.py" />
            <source>不分年度</source>
            <translation>no year</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/figures.py" />
            <source>先选择单位</source>
            <translation>Choose the unit first</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/figures.py" />
            <source>分年度填</source>
            <translation>by year</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/figures.py" />
            <source>本单位</source>
            <translation>own unit</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/figures.py" />
            <source>；没有达到要求</source>
            <translation>; not reached</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/filtering.py" />
            <source>全部状态</source>
            <translation>All states</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/filtering.py" />
            <source>只看参与的</source>
            <translation>Taking part only</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/filtering.py" />
            <source>只看牵头的</source>
            <translation>Leading only</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/filtering.py" />
            <source>只看要交的</source>
            <translation>Owed only</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/filtering.py" />
            <source>有退回</source>
            <translation>With returns</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/filtering.py" />
            <source>牵头和参与</source>
            <translation>Leading and taking part</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/filtering.py" />
            <source>牵头的排在前</source>
            <translation>Leading first</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/filtering.py" />
            <source>缺年份</source>
            <translation>Years missing</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/filtering.py" />
            <source>除齐备以外</source>
            <translation>All but complete</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/item_side.py" />
            <source>回到材料列表（F3）</source>
            <translation>Back to the list of items (F3)</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/item_side.py" />
            <source>打开或收起预览</source>
            <translation>Show or hide the preview</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/item_side.py" />
            <source>材料的各个方面</source>
            <translation>Aspects of the item</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/item_side.py" />
            <source>猜得的，请核对：{guesses}</source>
            <translation>Guessed, please check: {guesses}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/item_side.py" />
            <source>看着材料著录；中间的分界可以拖动</source>
            <translation>Describe while looking; drag the line between to share the room</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/item_side.py" />
            <source>著录</source>
            <translation>Description</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/item_side.py" />
            <source>选中了 {count} 件</source>
            <translation>
                <numerusform>{count} item chosen</numerusform>
                <numerusform>{count} items chosen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/item_side.py" />
            <source>预览</source>
            <translation>Preview</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/item_side.py" />
            <source>预览和著录</source>
            <translation>Preview and description</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/item_side.py" />
            <source>题名、文号、责任者和日期（在材料上按回车）</source>
            <translation>Title, number, issuer and date (press Enter on an item)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/mark_many.py" />
            <source>{count} 个已有材料，标注不影响它们</source>
            <translation>
                <numerusform>{count} have material, which the mark does not touch</numerusform>
                <numerusform>{count} have material, which the mark does not touch</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/mark_many.py" />
            <source>{text}（{note}）</source>
            <translation>{text} ({note})</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/mark_many.py" />
            <source>{unit}　勾选不涉及的指标、核验方式或要点</source>
            <translation>{unit}: tick the indicators, methods or points that do not apply</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/mark_many.py" />
            <source>不涉及：{reason}</source>
            <translation>Not applicable: {reason}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/mark_many.py" />
            <source>其中 {count} 个已标为不涉及</source>
            <translation>
                <numerusform>{count} of them marked already</numerusform>
                <numerusform>{count} of them marked already</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/mark_many.py" />
            <source>取消勾选的各处原来的标注</source>
            <translation>Take back the marks at the ticked places</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/mark_many.py" />
            <source>已勾选 {count} 个要点</source>
            <translation>
                <numerusform>{count} points ticked</numerusform>
                <numerusform>{count} points ticked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/mark_many.py" />
            <source>已有 {count} 件</source>
            <translation>
                <numerusform>{count} items</numerusform>
                <numerusform>{count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/mark_many.py" />
            <source>批量标为不涉及</source>
            <translation>Mark many as not applicable</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/mark_many.py" />
            <source>标为不涉及（Ctrl+回车）</source>
            <translation>Mark as not applicable (Ctrl+Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/marks.py" />
            <source>一次标几项指标、几种核验方式或几个要点</source>
            <translation>Mark several indicators, methods or points at once</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/marks.py" />
            <source>不涉及</source>
            <translation>Not applicable</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/marks.py" />
            <source>不涉及的原因</source>
            <translation>Why it does not apply</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/marks.py" />
            <source>写明原因，如：本单位没有行政执法职能</source>
            <translation>Give a reason, such as: the unit enforces no laws</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/marks.py" />
            <source>标为不涉及的要点算作已齐备，原因随报送交创建办审核，并写入卷宗；已有材料的要点不受影响。</source>
            <translation>Points marked as not applicable count as covered; the reason goes to the office for review with the submission, and into the dossier. Points with evidence are not affected.</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/marks.py" />
            <source>用过的原因</source>
            <translation>Earlier reasons</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/marks.py" />
            <source>用过的原因…</source>
            <translation>Earlier reasons…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/marks.py" />
            <source>还有别处…</source>
            <translation>Elsewhere too…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/order_dialog.py" />
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/order_dialog.py" />
            <source>保存（Ctrl+回车）</source>
            <translation>Save (Ctrl+Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/order_dialog.py" />
            <source>前移</source>
            <translation>Earlier</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/order_dialog.py" />
            <source>后移</source>
            <translation>Later</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/order_dialog.py" />
            <source>在装订顺序中前移</source>
            <translation>Earlier in the binding order</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/order_dialog.py" />
            <source>在装订顺序中后移</source>
            <translation>Later in the binding order</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/order_dialog.py" />
            <source>把选中的材料作为重点排在最前；再按一次取消</source>
            <translation>Put the selected items first as key documents; once more takes it back</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/order_dialog.py" />
            <source>装订顺序</source>
            <translation>Order of binding</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/order_dialog.py" />
            <source>重点材料</source>
            <translation>Key document</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/order_dialog.py" />
            <source>锁定：顺序不再变，以后新增的排在最后</source>
            <translation>Locked: the order stays; what is added later goes to the end</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/origin_dialog.py" />
            <source>以后再填</source>
            <translation>Fill in later</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/origin_dialog.py" />
            <source>添加</source>
            <translation>Add</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/origin_dialog.py" />
            <source>这张图是哪个网页的？</source>
            <translation>Which page is this a picture of?</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/origin_dialog.py" />
            <source>连同网址和检索时间一起添加（Ctrl+回车）</source>
            <translation>Add it with its address and time (Ctrl+Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/page.py" />
            <source>自查自评</source>
            <translation>Self-check</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>{count} 件合为一件</source>
            <translation>
                <numerusform>Join {count} items</numerusform>
                <numerusform>Join {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>合为一件…</source>
            <translation>Join to one item…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>填写选中各件照片的题名、时间、地点、人物、摄影者、文字说明，选每页排几张</source>
            <translation>Title, time, place, people, photographer and description of the photos of the chosen items, and how many share a page</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>已把 {count} 件合为一件</source>
            <translation>
                <numerusform>{count} items were joined to one</numerusform>
                <numerusform>{count} items were joined to one</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>已拆开，另成 {count} 件</source>
            <translation>
                <numerusform>Split: {count} items were made</numerusform>
                <numerusform>Split: {count} items were made</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>把选中的几件（如一组照片）合为一件，各写图注；可以拆开</source>
            <translation>Make one item of those chosen (such as a set of photos), each with a caption; it can be split again</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>拆开附件，另成 {count} 件</source>
            <translation>
                <numerusform>Split off {count} items</numerusform>
                <numerusform>Split off {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>拆开，各成一件</source>
            <translation>Split into items</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>整理附件</source>
            <translation>Arrange attachments</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>添加附件</source>
            <translation>Add attachments</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>添加附件 {count} 个</source>
            <translation>
                <numerusform>Add {count} attachments</numerusform>
                <numerusform>Add {count} attachments</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>添加附件…</source>
            <translation>Add attachment…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>照片说明…</source>
            <translation>Photo captions…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>看这一件的各个文件，改次序和图注，去掉附件</source>
            <translation>See the files of this item; change their order and captions, or take one away</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>给这一件添加附件：装订时跟在正文之后，同为一件</source>
            <translation>Add attachments to this item: bound behind its main file, as one item</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>这一件的附件各成一件，放在同一位置；合并以前的著录随之恢复</source>
            <translation>Each attachment becomes an item at the same place, with the description that it had before joining</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_actions.py" />
            <source>附件和图注…</source>
            <translation>Attachments and captions…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>Ctrl+回车；可以撤销</source>
            <translation>Ctrl+Enter; it can be undone</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>上移</source>
            <translation>Up</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>下移</source>
            <translation>Down</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>合为一件</source>
            <translation>Join to one item</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>图注</source>
            <translation>Caption</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>在这一件里前移（Alt+↑）</source>
            <translation>Move up in this item (Alt+↑)</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>在这一件里后移（Alt+↓）</source>
            <translation>Move down in this item (Alt+↓)</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>整件的题名，如 2021年案卷评查现场照片</source>
            <translation>Title of the whole, e.g. Photos of the file review 2021</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>正文</source>
            <translation>Main file</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>照片合排时印在下面；其他文件是文件名</source>
            <translation>Printed below photos that share a page; of other files it is the file name</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>移去</source>
            <translation>Take off</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>第一个文件是正文，其余随后；著录照第一件的，其余各件移到回收站，可以拆开</source>
            <translation>The first file is the main one, the others follow it; the description is that of the first, the others go into the bin and can be split off again</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>这个文件不再属于这一件</source>
            <translation>This file no longer belongs to the item</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>附件 {number}</source>
            <translation>Attachment {number}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>附件和图注</source>
            <translation>Attachments and captions</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/parts_dialog.py" />
            <source>题名</source>
            <translation>Title</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/point_choice.py" />
            <source>一个也不勾，就是未归要点</source>
            <translation>With none ticked, at no point</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/point_choice.py" />
            <source>归在 {count} 个要点；原件只存一份，卷宗里只装一次</source>
            <translation>
                <numerusform>At {count} points; the file is stored once and bound once</numerusform>
                <numerusform>At {count} points; the file is stored once and bound once</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/point_choice.py" />
            <source>材料要点</source>
            <translation>Evidence points</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/point_choice.py" />
            <source>选择材料证明的要点</source>
            <translation>Choose the points that the item proves</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/point_tree.py" />
            <source>{heading}　{text}</source>
            <translation>{heading}　{text}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/point_tree.py" />
            <source>指标、核验方式和要点</source>
            <translation>Indicators, methods and points</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/point_tree.py" />
            <source>查找要点</source>
            <translation>Find a point</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/point_tree.py" />
            <source>查找：编号、文字或拼音首字母</source>
            <translation>Find by number, words or pinyin initials</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/points.py" />
            <source>{none}（{asked}）</source>
            <translation>{none} ({asked})</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/points.py" />
            <source>{since_year} 年以来</source>
            <translation>from {since_year} on</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/points.py" />
            <source>应有 {entries}</source>
            <translation>expected: {entries}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/points.py" />
            <source>每个年度都要有</source>
            <translation>one for every year</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/points.py" />
            <source>点一下只看这个要点的材料（按住 Ctrl 选几个）；也可以把文件拖到这里</source>
            <translation>A click shows only this point's items (hold Ctrl for several); files can be dropped here too</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/points.py" />
            <source>要点 {number}，{state}，{text}</source>
            <translation>Point {number}, {state}, {text}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/points.py" />
            <source>还没有材料</source>
            <translation>No evidence yet</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/points.py" />
            <source>量化要求：{text}</source>
            <translation>quantity: {text}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/task_panel.py" />
            <source>{where} {count} 件</source>
            <translation>
                <numerusform>{where}: {count}</numerusform>
                <numerusform>{where}: {count}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>一件材料同时证明几个要点：勾选这些要点</source>
            <translation>One item proves several points: tick these points</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>一次定很多要点的应有材料，可以采用程序的建议</source>
            <translation>Set what many points expect at once; suggestions can be used</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>以缩略图显示照片和文件的首页，再按一次回到列表</source>
            <translation>Show photos and first pages as small pictures; press again for the list</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>其他指标</source>
            <translation>Elsewhere</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>名下</source>
            <translation>(unit)</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>应有材料…</source>
            <translation>Expected material…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>归到几个要点…</source>
            <translation>Put at several points…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>归到要点 {number}　{text}</source>
            <translation>Filed at point {number}　{text}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>批量定应有材料…</source>
            <translation>Expected material of many points…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>批量标为不涉及…</source>
            <translation>Mark many as not applicable…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>把文件或文件夹拖到上面的要点上，也可以拖到这里，
或按“添加文件”选择</source>
            <translation>Drop files or folders on a point above or here,
or choose them with "Add files"</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>把文件或文件夹拖到这里，
也可以按“添加文件”选择</source>
            <translation>Drop files or folders here,
or choose them with "Add files"</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>把这些材料按日期先后排列，没有日期的在后；可以撤销</source>
            <translation>Put these items in the order of their dates, those without one last; it can be undone</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>把选中的材料移到另一项指标；也可以拖到左边的指标上</source>
            <translation>Move the chosen items to another indicator; or drag them to one on the left</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>把选中的材料移到回收站，可以撤销</source>
            <translation>Move the chosen items to the bin; can be undone</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>把选中的要点标为不涉及，并写明原因；没有选要点时，是整条任务</source>
            <translation>Mark the chosen points as not applicable, with a reason; the whole task if no point is chosen</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>按日期排列</source>
            <translation>Sort by date</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>换新版本…</source>
            <translation>New version…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>新添加的归</source>
            <translation>New items belong to</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>新添加的材料归在哪个责任单位名下；可输入拼音首字母</source>
            <translation>The responsible unit that new items belong to; pinyin initials will do</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>时限和评分</source>
            <translation>Deadline and scoring</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>显示这项任务的全部材料</source>
            <translation>Show all items of this task</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>本单位不涉及…</source>
            <translation>Does not apply…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>材料归哪个单位</source>
            <translation>Unit of the evidence</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>生成未发生情形说明…</source>
            <translation>Make a statement of non-occurrence…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>用于其他指标…</source>
            <translation>Use elsewhere…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>用另一个文件代替这件材料的文件，旧版本保留</source>
            <translation>Let another file take the place of this item's file; the old version is kept</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>看各要点应有哪些材料；材料已齐的，在这里说明</source>
            <translation>See what each point expects; say here what is complete</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>移到其他指标…</source>
            <translation>Move elsewhere…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>移到其他指标，或同时用于其他指标</source>
            <translation>Move to another indicator, or use there too</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>移除</source>
            <translation>Remove</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>给打不开、转不成页面的材料附上打印成的 PDF，装订时用它的页面</source>
            <translation>Give an item that cannot be opened or converted the PDF printed from it; its pages are bound</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>缩略图</source>
            <translation>Thumbnails</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>装订顺序…</source>
            <translation>Order of binding…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>要点 {point} 的材料</source>
            <translation>Evidence of point {point}</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>让选中的材料同时证明另一项指标；也可以按住 Ctrl 拖到左边的指标上</source>
            <translation>Let the chosen items prove another indicator too; or drag them to one on the left holding Ctrl</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>该单位不涉及…</source>
            <translation>Does not apply…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>这里还没有材料</source>
            <translation>No evidence here yet</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>这项任务的材料装订时按要点、按日期还是手工排；重点材料排前；锁定</source>
            <translation>Bind this task's material by point, by date or by hand; key documents first; locked</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>这项指标要求没有发生、不存在某种情形：生成 Word 说明，盖章后扫描添加</source>
            <translation>This indicator asks that something has not happened: make a Word statement, to be stamped, scanned and attached</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>退回原因</source>
            <translation>Reasons for returning</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/task_panel.py" />
            <source>附打印的 PDF…</source>
            <translation>Attach a printed PDF…</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/tree_delegate.py" />
            <source>可补充</source>
            <translation>may add</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/tree_model.py" />
            <source>{count} 处已改，等着重新报送</source>
            <translation>
                <numerusform>{count} changed, to be submitted again</numerusform>
                <numerusform>{count} changed, to be submitted again</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/tree_model.py" />
            <source>{role}，可以补充</source>
            <translation>{role}, may add</translation>
        </message>
        <message>
            <location filename="../../ui/indicators/tree_model.py" />
            <source>要点 {total} 个，已有 {covered} 个</source>
            <translation>{covered} of {total} points covered</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/indicators/tree_model.py" />
            <source>退回 {count} 处，还没有改</source>
            <translation>
                <numerusform>{count} return, not worked on yet</numerusform>
                <numerusform>{count} returns, not worked on yet</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/indicators/tree_model.py" />
            <source>，不涉及 {exempt} 个</source>
            <translation>, {exempt} not applicable</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/left_drafts.py" />
            <source>上次有 {count} 处填写没有保存，都还在：{names}</source>
            <translation>
                <numerusform>Last time {count} entries were not saved; they are all still there: {names}</numerusform>
                <numerusform>Last time {count} entries were not saved; they are all still there: {names}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>不要了</source>
            <translation>Discard</translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>丢弃</source>
            <translation>Discard</translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>丢弃后不能恢复。</source>
            <translation>It cannot be brought back.</translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>丢弃这一处填写吗？</source>
            <translation>Discard this entry?</translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>丢弃选中的这一处填写</source>
            <translation>Discard the entry that is selected</translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>写了的内容</source>
            <translation>What was typed</translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>去改</source>
            <translation>Correct</translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>去看</source>
            <translation>Go there</translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>查看</source>
            <translation>Show</translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>没有保存的填写</source>
            <translation>Entries that are not saved</translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>转到写它的地方，内容已经放回原处</source>
            <translation>Go to where it was typed; the text is back in its field</translation>
        </message>
        <message>
            <location filename="../../ui/left_drafts.py" />
            <source>这些内容写了还没有保存。转到原处就能接着写，保存后才算数。</source>
            <translation>These texts were typed and not saved. Go there to continue; they count once they are saved.</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>保留这一件</source>
            <translation>Keep this one</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>保留选中的一件，同组的其他件移到回收站，它们的位置由这一件接替</source>
            <translation>Keep the chosen one; the others of the group go to the bin and it takes their places</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>共 {total} 件材料</source>
            <translation>{total} items</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>内容相同的材料 {total} 件</source>
            <translation>{total} items with the same content</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>列</source>
            <translation>Columns</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>另存原件…</source>
            <translation>Save originals…</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>回收站里 {total} 件；原件都在，不会被清除</source>
            <translation>{total} items in the bin; the originals are all there and stay</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>恢复</source>
            <translation>Restore</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>找到 {shown} 件，共 {total} 件</source>
            <translation>{shown} of {total} items found</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>把选中材料的原文件复制到一个文件夹</source>
            <translation>Copy the original files of the chosen items to a folder</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>把选中的材料移到另一项指标</source>
            <translation>Move the chosen items to another indicator</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>把选中的材料移到回收站，原件保留，可以恢复</source>
            <translation>Move the chosen items to the bin; originals are kept and can be restored</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>查找材料</source>
            <translation>Find items</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>移到回收站</source>
            <translation>Move to bin</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>让选中的材料同时证明另一项指标，原来的位置不变</source>
            <translation>Let the chosen items prove another indicator too; where they are stays</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>让选中的材料回到原来的位置</source>
            <translation>Put the chosen items back where they were</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>选择显示哪些列；拖动表头可以调整次序</source>
            <translation>Choose the columns; drag the headings to arrange them</translation>
        </message>
        <message>
            <location filename="../../ui/library/browse.py" />
            <source>题名相近的材料 {total} 件</source>
            <translation>{total} items with similar titles</translation>
        </message>
        <message>
            <location filename="../../ui/library/controller.py" />
            <source>另存到哪个文件夹</source>
            <translation>Folder to save to</translation>
        </message>
        <message>
            <location filename="../../ui/library/controller.py" />
            <source>另存原件</source>
            <translation>Save originals</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/library/controller.py" />
            <source>已另存 {count} 个文件</source>
            <translation>
                <numerusform>{count} file saved</numerusform>
                <numerusform>{count} files saved</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/library/controller.py" />
            <source>已另存为 {name}</source>
            <translation>Saved as {name}</translation>
        </message>
        <message>
            <location filename="../../ui/library/controller.py" />
            <source>已按第 {number} 版恢复，各版本都保留</source>
            <translation>Restored to version {number}; all versions are kept</translation>
        </message>
        <message>
            <location filename="../../ui/library/controller.py" />
            <source>恢复为第 {number} 版</source>
            <translation>Restore version {number}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/library/controller.py" />
            <source>有 {count} 个文件没有另存</source>
            <translation>
                <numerusform>{count} file was not saved</numerusform>
                <numerusform>{count} files were not saved</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>Ctrl+Tab 换下一个</source>
            <translation>Ctrl+Tab for the next</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>下一个方面</source>
            <translation>Next aspect</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>从这里移除</source>
            <translation>Remove from here</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>从选中的位置移到另一项指标</source>
            <translation>Move from the chosen place to another indicator</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>从选中的位置移除，其他位置不变</source>
            <translation>Remove from the chosen place; the others are unchanged</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>归在</source>
            <translation>Filed at</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/library/detail.py" />
            <source>归在 {count}</source>
            <translation>
                <numerusform>Filed at {count}</numerusform>
                <numerusform>Filed at {count}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>归在哪里</source>
            <translation>Where it is filed</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>恢复为这一版</source>
            <translation>Restore this one</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>把选中版本的原文件另存到文件夹</source>
            <translation>Save the chosen version's file to a folder</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>换上新版本的文件，旧版本保留</source>
            <translation>Put a new file in place; the old version is kept</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>比较</source>
            <translation>Compare</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>比较选中的两个版本；只选一个时与现行版本比较</source>
            <translation>Compare the two versions chosen, or one with the present one</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/library/detail.py" />
            <source>版本 {count}</source>
            <translation>
                <numerusform>Versions {count}</numerusform>
                <numerusform>Versions {count}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>用选中的旧版本作新的现行版本，各版本都保留</source>
            <translation>Make the chosen old version the present one; all are kept</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>移到…</source>
            <translation>Move…</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>让这件材料同时证明另一项指标</source>
            <translation>Let this item prove another indicator as well</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>转到</source>
            <translation>Go to</translation>
        </message>
        <message>
            <location filename="../../ui/library/detail.py" />
            <source>转到指标页上的这个位置</source>
            <translation>Go to this place on the page Indicators</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>全部材料</source>
            <translation>All items</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>全部材料、重复的材料或回收站</source>
            <translation>All items, duplicates or the recycle bin</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>内容相同的</source>
            <translation>Same content</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>只看一个责任单位的材料；可输入拼音首字母</source>
            <translation>Only one responsible unit's items; pinyin initials will do</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>只看有待处理的材料</source>
            <translation>Only items that need attention</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>只看这类文件</source>
            <translation>Only files of this kind</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>回收站</source>
            <translation>Recycle bin</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>按情况筛选</source>
            <translation>Filter by condition</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>按文件类型筛选</source>
            <translation>Filter by file type</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>查找：题名、文号、文件名或拼音首字母（Ctrl+F）</source>
            <translation>Find: title, number, file name or initials (Ctrl+F)</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>看哪些材料</source>
            <translation>Which items</translation>
        </message>
        <message>
            <location filename="../../ui/library/filter_bar.py" />
            <source>题名相近的</source>
            <translation>Similar titles</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>PDF、OFD</source>
            <translation>PDF, OFD</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>全部情况</source>
            <translation>All conditions</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>全部类型</source>
            <translation>All types</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>其他</source>
            <translation>Others</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>图片</source>
            <translation>Images</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>待核对</source>
            <translation>To be checked</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>文档</source>
            <translation>Documents</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>有问题</source>
            <translation>With problems</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>没有归到指标</source>
            <translation>At no indicator</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>没有文号</source>
            <translation>No number</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>没有日期</source>
            <translation>No date</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>演示</source>
            <translation>Slides</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>表格</source>
            <translation>Sheets</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>音视频</source>
            <translation>Audio, video</translation>
        </message>
        <message>
            <location filename="../../ui/library/filtering.py" />
            <source>题名是文件名</source>
            <translation>File name for a title</translation>
        </message>
        <message>
            <location filename="../../ui/library/lists.py" />
            <source>{name}（现行）</source>
            <translation>{name} (present)</translation>
        </message>
        <message>
            <location filename="../../ui/library/lists.py" />
            <source>现在的指标体系里没有这项指标</source>
            <translation>The present indicator set does not have this indicator</translation>
        </message>
        <message>
            <location filename="../../ui/library/lists.py" />
            <source>装订在 {place}</source>
            <translation>Bound in {place}</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>备注</source>
            <translation>Remark</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>大小</source>
            <translation>Size</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>文件名</source>
            <translation>File name</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>文号</source>
            <translation>Number</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>更改时间</source>
            <translation>Changed</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>检索时间</source>
            <translation>Seen at</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>添加时间</source>
            <translation>Added</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>类型</source>
            <translation>Type</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>编号</source>
            <translation>code</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>网址</source>
            <translation>Web address</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>装订在</source>
            <translation>Bound in</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>责任者</source>
            <translation>Issuer</translation>
        </message>
        <message>
            <location filename="../../ui/library/rows.py" />
            <source>问题</source>
            <translation>Problems</translation>
        </message>
        <message>
            <location filename="../../ui/library/table_view.py" />
            <source>恢复原来的列</source>
            <translation>Usual columns</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>{action}　对象 {subject}
内容 {data}
校验值 {hash}</source>
            <translation>{action}　subject {subject}
content {data}
checksum {hash}</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>人员</source>
            <translation>Person</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>今天</source>
            <translation>Today</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>从</source>
            <translation>From</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>全部时间</source>
            <translation>All time</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/log/dialog.py" />
            <source>共 {count} 条</source>
            <translation>
                <numerusform>{count} entry</numerusform>
                <numerusform>{count} entries</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>到</source>
            <translation>to</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>导出…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>导出操作记录</source>
            <translation>Export the log</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>导出操作记录（.csv 表格，或 .jsonl）</source>
            <translation>Export the log (.csv sheet or .jsonl)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/log/dialog.py" />
            <source>已导出 {count} 条：{name}</source>
            <translation>
                <numerusform>{count} entry exported: {name}</numerusform>
                <numerusform>{count} entries exported: {name}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>所有人员</source>
            <translation>Everybody</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>所有操作</source>
            <translation>All actions</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>把筛选出的记录导出为表格（.csv）或 JSON</source>
            <translation>Export the entries found as a sheet (.csv) or JSON</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>操作</source>
            <translation>Action</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>操作记录</source>
            <translation>Log</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>操作记录.csv</source>
            <translation>log.csv</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/log/dialog.py" />
            <source>最新的 {count} 条，往下滚动继续读取</source>
            <translation>
                <numerusform>The latest {count}; scroll down to read on</numerusform>
                <numerusform>The latest {count}; scroll down to read on</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>材料题名或编号</source>
            <translation>Title or number of evidence</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>正在读取……</source>
            <translation>Reading…</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>自定时间</source>
            <translation>Own dates</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>读取最新的记录</source>
            <translation>Read the latest entries</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>近 30 天</source>
            <translation>Last 30 days</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>近 7 天</source>
            <translation>Last 7 days</translation>
        </message>
        <message>
            <location filename="../../ui/log/dialog.py" />
            <source>这一条的全部内容</source>
            <translation>The whole of this entry</translation>
        </message>
        <message>
            <location filename="../../ui/log/model.py" />
            <source>内容</source>
            <translation>Content</translation>
        </message>
        <message>
            <location filename="../../ui/log/model.py" />
            <source>序号</source>
            <translation>No.</translation>
        </message>
        <message>
            <location filename="../../ui/main.py" />
            <source>卷宗：窗口</source>
            <translation>Juanzong: the window</translation>
        </message>
        <message>
            <location filename="../../ui/main.py" />
            <source>工作区</source>
            <translation>Workspace</translation>
        </message>
        <message>
            <location filename="../../ui/main.py" />
            <source>打开工作区、建好每一页就退出，用来看安装得是否完好</source>
            <translation>Open the workspace, build every page and leave: to see whether the installation is sound</translation>
        </message>
        <message>
            <location filename="../../ui/main.py" />
            <source>要打开的工作区</source>
            <translation>the workspace to open</translation>
        </message>
        <message>
            <location filename="../../ui/main.py" />
            <source>这一次用的语言；不写就用设置里选的</source>
            <translation>the language for this time; if not given, the one from the settings</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>F1 怎么用　F6 换到下一栏</source>
            <translation>F1 how to use this page   F6 next pane</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>{holder} 正在使用。可以先以只读方式打开查看，不能修改。</source>
            <translation>{holder} is using it. You can open it read-only to look, but not change anything.</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>{reason}。最近的完好备份是 {name}。恢复时现在的状态会另存，密钥和口令不变。</source>
            <translation>{reason}. The latest sound backup is {name}. The present state is kept aside; keys and pass-phrase stay as they are.</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>{title}{only} — 卷宗</source>
            <translation>{title}{only} — Juanzong</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>《{title}》的原件（{file}）不见了，或内容被改动</source>
            <translation>The original of “{title}” ({file}) is gone or was altered</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>停下来并关闭</source>
            <translation>Stop and close</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>创建办退回的材料和原因</source>
            <translation>What the office returned, with reasons</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>去设置</source>
            <translation>To settings</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>只读打开</source>
            <translation>Open read-only</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>各单位报送的材料，通过或退回</source>
            <translation>What the units submitted: accept or return</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>审核</source>
            <translation>Review</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>恢复这份备份</source>
            <translation>Restore this backup</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>正在进行：{names}。已经做完的部分会保留。</source>
            <translation>At work: {names}. What is done already is kept.</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>继续等待</source>
            <translation>Keep waiting</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>还有工作没有做完，要停下来关闭吗？</source>
            <translation>Work is not finished. Stop it and close?</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>还没有设口令，锁不上</source>
            <translation>No passphrase is set; the window cannot be locked</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>这个工作区所在的位置不能写入，已用只读方式打开</source>
            <translation>The folder of this workspace cannot be written in; it was opened for reading only</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>这个工作区正被另一个程序使用</source>
            <translation>Another program is using this workspace</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>这个工作区的数据库损坏了</source>
            <translation>The database of this workspace is damaged</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>退回</source>
            <translation>Returned</translation>
        </message>
        <message>
            <location filename="../../ui/main_window.py" />
            <source>（只读）</source>
            <translation> (read-only)</translation>
        </message>
        <message>
            <location filename="../../ui/menu_commands.py" />
            <source>打开以后还没有收取过文件</source>
            <translation>Nothing was taken in since the workspace was opened</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>&lt;b&gt;卷宗&lt;/b&gt; {version}&lt;br&gt;示范创建和考核迎检材料整理与装订软件&lt;br&gt;&lt;br&gt;开放源代码，Apache-2.0 许可。界面使用 Qt {qt}（LGPL-3.0），Python {python}。&lt;br&gt;本软件为非涉密软件，严禁存储、处理涉密信息。</source>
            <translation>&lt;b&gt;Juanzong&lt;/b&gt; {version}&lt;br&gt;Prepares and binds evidence for demonstration projects and inspections&lt;br&gt;&lt;br&gt;Open source, Apache-2.0 licence. The window uses Qt {qt} (LGPL-3.0), Python {python}.&lt;br&gt;Not for state secrets: do not store or handle classified information with it.</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>上一次收取的每个文件怎样了</source>
            <translation>What became of each file that was taken in last</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>下次启动程序，接着打开退出时开着的工作区</source>
            <translation>The next start opens the workspace that was open at the end</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>为一个县或一个单位新建工作区</source>
            <translation>Make a workspace for a county or a unit</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>关于卷宗</source>
            <translation>About Juanzong</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>关闭工作区</source>
            <translation>Close workspace</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>关闭工作区，回到开始页</source>
            <translation>Close the workspace and go back to the start</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>关闭程序</source>
            <translation>Close the program</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>启动时打开上次的工作区</source>
            <translation>Open the last workspace at start</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>帮助(&amp;H)</source>
            <translation>&amp;Help</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>快捷键</source>
            <translation>Keys</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>恢复文字大小</source>
            <translation>Usual text size</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>打开任务包…</source>
            <translation>Open task package…</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>打开工作区…</source>
            <translation>Open workspace…</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>打开已有的工作区文件夹</source>
            <translation>Open an existing workspace folder</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>打开手册里讲这一页的部分</source>
            <translation>Opens the part of the manual about this page</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>把文书的模板放到文件夹里，供修改</source>
            <translation>Put the templates of the papers into the folder to be changed</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>把窗口的各部分看一遍</source>
            <translation>Looks at the parts of the window</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>按年份查看…</source>
            <translation>View by year…</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>撤销上一步</source>
            <translation>Undo the last step</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>操作记录…</source>
            <translation>Log…</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>收取结果…</source>
            <translation>Results of taking in…</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>放大文字</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>文书模板…</source>
            <translation>Templates of papers…</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>文件(&amp;F)</source>
            <translation>&amp;File</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>文字大一级</source>
            <translation>Make the text one size larger</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>文字小一级</source>
            <translation>Make the text one size smaller</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>文字恢复为 100%</source>
            <translation>Text back to 100%</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>新建工作区…</source>
            <translation>New workspace…</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>最近打开</source>
            <translation>Opened lately</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>查看(&amp;V)</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>每种核验方式查什么，有多少条任务</source>
            <translation>What each method verifies, and how many tasks use it</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>版本和许可</source>
            <translation>Version and licence</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>生成文书…</source>
            <translation>Make papers…</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>生成材料清单、催报通知、进展通报等文书</source>
            <translation>Make material lists, reminders, bulletins and other papers</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>用创建办发来的任务包或恢复包建立本单位的工作区</source>
            <translation>Make your unit's workspace from the task or recovery package that the office sent</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>看每个要点每年有几件材料、缺哪年</source>
            <translation>See how many items each point has in each year, and which years are missing</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>看谁在什么时候做了什么</source>
            <translation>See who did what and when</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>编辑(&amp;E)</source>
            <translation>&amp;Edit</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>缩小文字</source>
            <translation>Smaller text</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>跟随系统</source>
            <translation>System</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>这一页怎么用</source>
            <translation>How to use this page</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>这一页能用的键</source>
            <translation>The keys that work on this page</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>退出</source>
            <translation>Quit</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>重做</source>
            <translation>Redo</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>重做撤销的一步</source>
            <translation>Redo the step undone</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>锁定</source>
            <translation>Lock</translation>
        </message>
        <message>
            <location filename="../../ui/menus.py" />
            <source>马上锁定窗口，再用要输口令</source>
            <translation>Lock the window now; the passphrase opens it again</translation>
        </message>
        <message>
            <location filename="../../ui/opening.py" />
            <source>恢复备份</source>
            <translation>Restoring a backup</translation>
        </message>
        <message>
            <location filename="../../ui/opening.py" />
            <source>打开工作区</source>
            <translation>Opening a workspace</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>全部材料、重复的材料和回收站</source>
            <translation>All evidence, duplicates and the recycle bin</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>创建步骤的日期、日历，各单位逾期没有</source>
            <translation>Dates of the stages, calendar, which units are late</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>制作、发送、接收数据包</source>
            <translation>Make, send and receive packages</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>各项指标和它们的材料</source>
            <translation>The indicators and their evidence</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>外观、案卷和装订</source>
            <translation>Look, archive fields and binding</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>工作台</source>
            <translation>Desk</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>整改</source>
            <translation>Rectify</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>期限、齐备情况和等着处理的事</source>
            <translation>Deadlines, completeness and what is to be done</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>材料库</source>
            <translation>Library</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>等着归集的文件</source>
            <translation>Files waiting to be filed</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>编制卷宗、打开、看清点单</source>
            <translation>Compile dossiers, open them, see the ledger</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>进度</source>
            <translation>Progress</translation>
        </message>
        <message>
            <location filename="../../ui/pages.py" />
            <source>问题台账、整改情况、销号</source>
            <translation>Register of problems, rectification, closing</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>Excel 工作簿</source>
            <translation>Excel workbook</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>Word 文档</source>
            <translation>Word document</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>{needed} 个单位需要</source>
            <translation>{needed} units need it</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>{title}（{suffix}）</source>
            <translation>{title} ({suffix})</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>{use}。</source>
            <translation>{use}.</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>不另定时，用当前阶段的期限</source>
            <translation>If not set, the deadline of the present stage</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>全不选</source>
            <translation>None</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>全县一份</source>
            <translation>One for the county</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>另定报送期限</source>
            <translation>Set another deadline</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>只生成指标 {indicators} 的说明。</source>
            <translation>Only the statements of indicators {indicators}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/papers/choices.py" />
            <source>已选 {count} 个单位</source>
            <translation>
                <numerusform>{count} unit chosen</numerusform>
                <numerusform>{count} units chosen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>成文日期</source>
            <translation>Dated</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>报送期限</source>
            <translation>Submit by</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>放在</source>
            <translation>Folder</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>放在哪个文件夹</source>
            <translation>Folder to put it in</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>文书放在哪个文件夹</source>
            <translation>Folder for papers</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>本单位一份：{unit}</source>
            <translation>One for this unit: {unit}</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>每个单位一份</source>
            <translation>One for each unit</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>筛选单位</source>
            <translation>Filter units</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>筛选单位，可输入拼音首字母</source>
            <translation>Filter units; pinyin initials will do</translation>
        </message>
        <message>
            <location filename="../../ui/papers/choices.py" />
            <source>选择…</source>
            <translation>Choose…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/papers/dialog.py" />
            <source>{words}，不需要 {count} 份</source>
            <translation>
                <numerusform>{words}, {count} not needed</numerusform>
                <numerusform>{words}, {count} not needed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>不需要</source>
            <translation>Not needed</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>停下来；已经生成的保留</source>
            <translation>Stop; what is made already stays</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>停止</source>
            <translation>Stop</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>全县</source>
            <translation>County</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>准备中</source>
            <translation>Preparing</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>另有 PDF：{name}</source>
            <translation>Also as PDF: {name}</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>已停止；停止之前生成的文书都在</source>
            <translation>Stopped; what was made before is there</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>已有同名文件，要覆盖吗？</source>
            <translation>Files of that name exist. Overwrite them?</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>已生成</source>
            <translation>Made</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/papers/dialog.py" />
            <source>已生成 {count} 份</source>
            <translation>
                <numerusform>{count} made</numerusform>
                <numerusform>{count} made</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>打开选中的文书</source>
            <translation>Open the chosen paper</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>文书</source>
            <translation>Papers</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>正在停下来</source>
            <translation>Stopping</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>生成</source>
            <translation>Make</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>生成文书</source>
            <translation>Making papers</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>生成文书（Ctrl+回车）</source>
            <translation>Make papers (Ctrl+Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>覆盖</source>
            <translation>Overwrite</translation>
        </message>
        <message>
            <location filename="../../ui/papers/dialog.py" />
            <source>附件：{name}</source>
            <translation>Attached: {name}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/papers/opening.py" />
            <source>已把 {count} 个文件放到 {folder}，可用 Word、WPS 修改；“模板说明”里有写法</source>
            <translation>
                <numerusform>{count} file put into {folder}, to be changed in Word or WPS; 模板说明 tells how</numerusform>
                <numerusform>{count} files put into {folder}, to be changed in Word or WPS; 模板说明 tells how</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/papers/opening.py" />
            <source>文书模板</source>
            <translation>Templates of papers</translation>
        </message>
        <message>
            <location filename="../../ui/papers/opening.py" />
            <source>模板在 {folder}，改后的模板下次生成文书时就用上</source>
            <translation>The templates are in {folder}; changed ones serve from the next paper on</translation>
        </message>
        <message>
            <location filename="../../ui/photos/actions.py" />
            <source>填写照片说明</source>
            <translation>Describe photos</translation>
        </message>
        <message>
            <location filename="../../ui/photos/actions.py" />
            <source>已保存照片说明</source>
            <translation>Photo captions saved</translation>
        </message>
        <message>
            <location filename="../../ui/photos/actions.py" />
            <source>照片说明没有改动</source>
            <translation>Nothing in the photo captions changed</translation>
        </message>
        <message>
            <location filename="../../ui/photos/actions.py" />
            <source>这里没有照片</source>
            <translation>There are no photos here</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>不保存</source>
            <translation>Do not save</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>不保存填写的照片说明？</source>
            <translation>Leave without saving the photo captions?</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>从清单填写…</source>
            <translation>Fill from a list…</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>各件不变</source>
            <translation>Leave each item as it is</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>和上一张一样，接着填下一张（Ctrl+D）</source>
            <translation>The same as for the photo above, then on to the next (Ctrl+D)</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>回车填下一张，Tab 填下一项。斜体是从照片里读出的，不改就照印；说明印在照片页上</source>
            <translation>Enter goes to the next photo, Tab to the next field. Italics were read from the photo and are printed unless changed; captions stand on the photo sheets</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>按设置（每页 {number} 张）</source>
            <translation>As in the settings ({number} to a page)</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>整组同此</source>
            <translation>Same for all</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>每页 {number} 张</source>
            <translation>{number} to a page</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/photos/dialog.py" />
            <source>清单里有 {count} 行没有找到照片，或有几张同名</source>
            <translation>
                <numerusform>{count} lines of the list name no photo here, or several of one name</numerusform>
                <numerusform>{count} lines of the list name no photo here, or several of one name</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>清单里没有这些照片</source>
            <translation>The list names none of these photos</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>照片说明</source>
            <translation>Photo captions</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>照片说明清单</source>
            <translation>List of photo captions</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>照片页</source>
            <translation>Photo sheets</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>用 CSV 或 Excel 清单填写：照片、题名、时间、地点、人物……</source>
            <translation>Fill from a CSV or Excel list: photo, title, time, place, people …</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>第 {line} 行：{name}</source>
            <translation>Line {line}: {name}</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>这里填写的内容不会保存。</source>
            <translation>What was typed here will not be saved.</translation>
        </message>
        <message>
            <location filename="../../ui/photos/dialog.py" />
            <source>选中的照片这一项都和当前格一样；只选了一张就是全部（Ctrl+Shift+D）</source>
            <translation>Put what this cell says into the chosen photos; into all if only one is chosen (Ctrl+Shift+D)</translation>
        </message>
        <message>
            <location filename="../../ui/photos/grid.py" />
            <source>人物</source>
            <translation>People</translation>
        </message>
        <message>
            <location filename="../../ui/photos/grid.py" />
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <location filename="../../ui/photos/grid.py" />
            <source>摄影者</source>
            <translation>Photographer</translation>
        </message>
        <message>
            <location filename="../../ui/photos/grid.py" />
            <source>文字说明</source>
            <translation>Description</translation>
        </message>
        <message>
            <location filename="../../ui/photos/grid.py" />
            <source>照片{number}，{field}：{text}</source>
            <translation>Photo {number}, {field}: {text}</translation>
        </message>
        <message>
            <location filename="../../ui/photos/grid.py" />
            <source>自动识别：{text}。不对就改，清空就不印</source>
            <translation>Read from the photo: {text}. Change it if it is wrong; clear it to print nothing</translation>
        </message>
        <message>
            <location filename="../../ui/preview/copying.py" />
            <source>复制文件</source>
            <translation>Copying the file</translation>
        </message>
        <message>
            <location filename="../../ui/preview/copying.py" />
            <source>它可能带有宏、脚本或会联网取的内容。打开后不要启用宏，也不要启用外部内容；只看内容的，用左边的预览就可以。</source>
            <translation>It may hold macros, scripts or content that comes from the network. Do not enable macros or external content; to read it, the preview is enough.</translation>
        </message>
        <message>
            <location filename="../../ui/preview/copying.py" />
            <source>已另存为 {path}</source>
            <translation>Saved as {path}</translation>
        </message>
        <message>
            <location filename="../../ui/preview/copying.py" />
            <source>打开这份文件？</source>
            <translation>Open this file?</translation>
        </message>
        <message>
            <location filename="../../ui/preview/copying.py" />
            <source>系统里没有能打开这种文件的程序</source>
            <translation>The system has no program that opens such files</translation>
        </message>
        <message>
            <location filename="../../ui/preview/copying.py" />
            <source>请安装相应的程序，或用“另存原件”拿到别的电脑上打开。</source>
            <translation>Install one, or save the original and open it on another computer.</translation>
        </message>
        <message>
            <location filename="../../ui/preview/message.py" />
            <source>已用 {seconds} 秒</source>
            <translation>{seconds} seconds so far</translation>
        </message>
        <message>
            <location filename="../../ui/preview/page_looks.py" />
            <source>{page}　不装订</source>
            <translation>{page}  left out</translation>
        </message>
        <message>
            <location filename="../../ui/preview/page_looks.py" />
            <source>第 {page} 页</source>
            <translation>Page {page}</translation>
        </message>
        <message>
            <location filename="../../ui/preview/page_looks.py" />
            <source>这一页装订后的样子</source>
            <translation>This page as it will be bound</translation>
        </message>
        <message>
            <location filename="../../ui/preview/page_looks.py" />
            <source>页面</source>
            <translation>Pages</translation>
        </message>
        <message>
            <location filename="../../ui/preview/page_setter.py" />
            <source>已设置页面，下次编制时生效；原件不变</source>
            <translation>The pages are set up from the next compile on; the original stays as it is</translation>
        </message>
        <message>
            <location filename="../../ui/preview/page_setter.py" />
            <source>已转第 {pages} 页，装订时也这样；原件不变</source>
            <translation>Pages {pages} turned, and bound so; the original stays as it is</translation>
        </message>
        <message>
            <location filename="../../ui/preview/page_setter.py" />
            <source>转页</source>
            <translation>Turn pages</translation>
        </message>
        <message>
            <location filename="../../ui/preview/page_setter.py" />
            <source>页面设置</source>
            <translation>Page setup</translation>
        </message>
        <message>
            <location filename="../../ui/preview/page_view.py" />
            <source>这一页画不出来</source>
            <translation>This page cannot be drawn</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>Ctrl+回车；可以撤销，原件不变</source>
            <translation>Ctrl+Enter; can be undone, the original stays as it is</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>不摆正</source>
            <translation>Do not straighten</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>不装订</source>
            <translation>Leave out</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>为什么不装其余的页</source>
            <translation>Why the other pages are left out</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>其余与本项无关</source>
            <translation>The other pages have nothing to do with this indicator</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>其余为空白页</source>
            <translation>The other pages are blank</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>其余页重复</source>
            <translation>The other pages are duplicates</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>写明理由，印在备考表和清单上</source>
            <translation>The reason, printed on the end sheet and in the ledger</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>右转</source>
            <translation>Turn right</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>如 3-7，9；空着是全部</source>
            <translation>For example 3-7, 9; empty for all</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>宽，毫米</source>
            <translation>Width, mm</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>封面、目录不装</source>
            <translation>Cover and contents are left out</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>左转</source>
            <translation>Turn left</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>恢复原样</source>
            <translation>As it was before</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>摆正</source>
            <translation>Straighten</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>正在打开…</source>
            <translation>Opening…</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>正在量第 {pages} 页…</source>
            <translation>Measuring pages {pages}…</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>毫米</source>
            <translation>mm</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>没有看懂“装订页”：这份文件有 {count} 页，写成 3-7，9 这样</source>
            <translation>
                <numerusform>“Pages” was not understood: this file has {count} pages; write them like 3-7, 9</numerusform>
                <numerusform>“Pages” was not understood: this file has {count} pages; write them like 3-7, 9</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>没有量出来，请少选几页再试</source>
            <translation>They could not be measured; choose fewer pages and try again</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>看原样</source>
            <translation>As it was</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>看这一页没有转过、没有摆正的样子</source>
            <translation>See this page neither turned nor straightened</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>第 {pages} 页不装订，请写明理由</source>
            <translation>Pages {pages} are left out; please give the reason</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>第 {pages} 页有些歪，已摆正；勾选“看原样”可以对照</source>
            <translation>Pages {pages} were crooked and are straight now; tick “As it was” to compare</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>纸张</source>
            <translation>Paper</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>网页和聊天的长截图切成能看清的几页，页下有“2/7”；普通的照片和扫描件不会自动切开</source>
            <translation>Long screenshots of web pages and chats are cut into readable pages, marked “2/7” below; ordinary photos and scans are not cut by themselves</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>至少要装订一页；整份不要的，请移除这件材料</source>
            <translation>At least one page must be bound; if none is wanted, remove the item</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>装订</source>
            <translation>Binding</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>装订的页</source>
            <translation>Pages to bind</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>装订页</source>
            <translation>Pages</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>这份文件的页数变了，原来的页面设置不再合用，请重新设置</source>
            <translation>This file has another number of pages now; please set them up again</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>这份文件的页面都照原样装订</source>
            <translation>Bind all pages of this file as they are</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>选中的页向右转，装订时也这样（Ctrl+R）</source>
            <translation>Turn the chosen pages to the right, also in the dossier (Ctrl+R)</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>选中的页向左转，装订时也这样（Ctrl+L）</source>
            <translation>Turn the chosen pages to the left, also in the dossier (Ctrl+L)</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>选中的页没有歪，或没有成行的字，看不出歪斜</source>
            <translation>The chosen pages are straight, or have no lines to tell by</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>选中的页装订或不装订（Ctrl+D）</source>
            <translation>Bind the chosen pages, or leave them out (Ctrl+D)</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>量一量选中的页歪了多少，把它摆正；先看样子再确定（Ctrl+E）</source>
            <translation>Measure how crooked the chosen pages are and straighten them; look first, then agree (Ctrl+E)</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>长图</source>
            <translation>Long picture</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pages_dialog.py" />
            <source>高，毫米</source>
            <translation>Height, mm</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pane.py" />
            <source>已取消</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pane.py" />
            <source>扫描件，没有文字可查</source>
            <translation>A scan: there is no text to search</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pane.py" />
            <source>文件较大，只显示开头部分</source>
            <translation>The file is large; only the beginning is shown</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pane.py" />
            <source>正在查找…</source>
            <translation>Searching…</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pane.py" />
            <source>正在转换…</source>
            <translation>Converting…</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pane.py" />
            <source>没有找到</source>
            <translation>Not found</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pane.py" />
            <source>选中一件材料，在这里预览</source>
            <translation>Choose an item to preview it here</translation>
        </message>
        <message>
            <location filename="../../ui/preview/pane.py" />
            <source>重新打开</source>
            <translation>Open again</translation>
        </message>
        <message>
            <location filename="../../ui/preview/search_bar.py" />
            <source>上一处</source>
            <translation>Previous match</translation>
        </message>
        <message>
            <location filename="../../ui/preview/search_bar.py" />
            <source>下一处</source>
            <translation>Next match</translation>
        </message>
        <message>
            <location filename="../../ui/preview/search_bar.py" />
            <source>关闭查找</source>
            <translation>Close search</translation>
        </message>
        <message>
            <location filename="../../ui/preview/search_bar.py" />
            <source>关闭查找（Esc）</source>
            <translation>Close search (Esc)</translation>
        </message>
        <message>
            <location filename="../../ui/preview/search_bar.py" />
            <source>在这个文件里查找</source>
            <translation>Find in this file</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>上一页</source>
            <translation>Previous page</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>下一页</source>
            <translation>Next page</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>到第几页（Ctrl+PgUp、Ctrl+PgDown 翻页）</source>
            <translation>Go to page (Ctrl+PgUp, Ctrl+PgDown to turn)</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>向右转，只转画面，文件不变</source>
            <translation>Turn right; only the view, not the file</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>向左转，只转画面，文件不变</source>
            <translation>Turn the view to the left; the file stays as it is</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>打开一份可修改的副本；保存后，这里会提示作为新版本</source>
            <translation>Open a copy that can be changed; once saved, it is offered here as the new version</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>把原件另存一份</source>
            <translation>Save a copy of the original</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>放大</source>
            <translation>Zoom in</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>放大，也可按住 Ctrl 转滚轮</source>
            <translation>Zoom in; or Ctrl and the wheel</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>整页</source>
            <translation>Whole page</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>显示整页</source>
            <translation>Show the whole page</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>查找</source>
            <translation>Find</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>用 WPS／Word 修改</source>
            <translation>Edit in WPS or Word</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>用系统程序打开</source>
            <translation>Open elsewhere</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>用系统里的程序打开一份只读的副本</source>
            <translation>Open a read-only copy in the system's program</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>缩小</source>
            <translation>Zoom out</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>这一页向右转，装订时也这样；原件不变</source>
            <translation>Turn this page to the right, also in the dossier; the original stays as it is</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>这一页向左转，装订时也这样；原件不变</source>
            <translation>Turn this page to the left, also in the dossier; the original stays as it is</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>适合宽度</source>
            <translation>Fit width</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>选装订的页、转页、摆正扫描件、选纸张；原件不变</source>
            <translation>Choose the pages to bind, turn them, straighten scans, choose the paper; the original stays as it is</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>页码</source>
            <translation>Page number</translation>
        </message>
        <message>
            <location filename="../../ui/preview/toolbar.py" />
            <source>页面…</source>
            <translation>Pages…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/rail.py" />
            <source>{title}，{count} 个等着处理</source>
            <translation>
                <numerusform>{title}, {count} waiting</numerusform>
                <numerusform>{title}, {count} waiting</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/read_only.py" />
            <source>再试一次，能改动时就按平常的方式打开</source>
            <translation>Try again, and open it as usual if it can be changed</translation>
        </message>
        <message>
            <location filename="../../ui/read_only.py" />
            <source>只读：{holder} 正在使用这个工作区。可以查看和导出；要改动，请先关闭那个程序，再按“重新打开”。</source>
            <translation>Read-only: {holder} is using this workspace. You can look and export; to change something, close that program, then press "Open again".</translation>
        </message>
        <message>
            <location filename="../../ui/read_only.py" />
            <source>只读：可以查看和导出，不能改动。</source>
            <translation>Read-only: you can look and export, but change nothing.</translation>
        </message>
        <message>
            <location filename="../../ui/read_only.py" />
            <source>只读：工作区所在的位置不能写入（{detail}）。可以查看和导出；要改动，请去掉写保护、腾出空间，或把整个文件夹复制到别的磁盘。</source>
            <translation>Read-only: nothing can be written where the workspace lies ({detail}). You can look and export; to change something, take the write protection off, make room, or copy the whole folder to another disk.</translation>
        </message>
        <message>
            <location filename="../../ui/read_only.py" />
            <source>工作区是只读打开的，不能改动；原因和办法写在窗口上方</source>
            <translation>The workspace is open for reading only; the line at the top of the window says why and what to do</translation>
        </message>
        <message>
            <location filename="../../ui/read_only.py" />
            <source>工作区是只读打开的，请另选一个文件夹</source>
            <translation>The workspace is open for reading only; choose another folder</translation>
        </message>
        <message>
            <location filename="../../ui/read_only.py" />
            <source>选的文件夹在工作区里面：{path}</source>
            <translation>The folder lies in the workspace: {path}</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/choose_items.py" />
            <source>查找：题名、文号、指标编号或拼音首字母</source>
            <translation>Find: title, number, indicator or pinyin initials</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/choose_items.py" />
            <source>这个单位还没有材料，可以直接添加文件</source>
            <translation>This unit has no evidence yet; you can add files</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/choose_items.py" />
            <source>选佐证材料</source>
            <translation>Choose supporting evidence</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/closing_evidence.py" />
            <source>修改佐证材料</source>
            <translation>Change supporting evidence</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/closing_evidence.py" />
            <source>已不在材料库的材料</source>
            <translation>Evidence no longer in the library</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/closing_evidence.py" />
            <source>收取佐证材料</source>
            <translation>Taking in supporting evidence</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/closing_evidence.py" />
            <source>添加佐证材料</source>
            <translation>Add supporting evidence</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/rectification/closing_evidence.py" />
            <source>添加佐证材料 {count} 件</source>
            <translation>
                <numerusform>Add {count} item as supporting evidence</numerusform>
                <numerusform>Add {count} items as supporting evidence</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>{number} 号问题没有{names}，仍要销号吗？
要销号请写明原因，原因记入台账和操作记录。</source>
            <translation>Problem {number} has no {names}. Close it all the same?
To close it, say why; the reason is kept in the register and the log.</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>列入一个问题</source>
            <translation>Add a problem</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>填写整改 {number} 号</source>
            <translation>Fill in problem {number}</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>导出台账</source>
            <translation>Export</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>已导出：{name}</source>
            <translation>Exported: {name}</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>恢复整改</source>
            <translation>Reopen the problem</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>移去一个问题</source>
            <translation>Take off a problem</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>还差什么？</source>
            <translation>What is still lacking?</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>退回整改</source>
            <translation>Send back</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>退回整改的意见</source>
            <translation>Remark on sending it back</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>销号</source>
            <translation>Close problem</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/controller.py" />
            <source>销号的原因</source>
            <translation>Reason for closing</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/evidence_part.py" />
            <source>{title}
双击查看</source>
            <translation>{title}
Double-click to see it</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/evidence_part.py" />
            <source>不再作为佐证，材料仍在（Del）</source>
            <translation>No longer supporting; the item itself stays (Del)</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/evidence_part.py" />
            <source>从这个单位已有的材料里选</source>
            <translation>Choose from what the unit has</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/evidence_part.py" />
            <source>佐证材料</source>
            <translation>Supporting evidence</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/evidence_part.py" />
            <source>把文件拖到这里，或从已有的材料里选</source>
            <translation>Drop files here, or choose from what there is</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/evidence_part.py" />
            <source>文件作为这项指标的材料收取，同时作为佐证；也可以复制文件或截图，在这里按 Ctrl+V</source>
            <translation>The file is taken in as evidence of this indicator and as proof; or copy a file or picture and press Ctrl+V here</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/evidence_part.py" />
            <source>无</source>
            <translation>None</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/evidence_part.py" />
            <source>选材料…</source>
            <translation>Choose items…</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>{day} {person} 发现</source>
            <translation>found {day} {person}</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>{number} 号　{unit}　{where}</source>
            <translation>No. {number}　{unit}　{where}</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>创建办填写</source>
            <translation>From the office</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>单位自己填报了，不能代填</source>
            <translation>The unit filled it in itself</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>在左边选一条问题</source>
            <translation>Choose a problem on the left</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>如 2026-06-30</source>
            <translation>such as 2026-06-30</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>存在问题</source>
            <translation>Problem</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>完成后填，如 2026-06-25</source>
            <translation>when done, such as 2026-06-25</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>完成时间</source>
            <translation>Done on</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>整改 {number} 号</source>
            <translation>Problem {number}</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>整改措施</source>
            <translation>Measures</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>整改时限</source>
            <translation>Due</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>整改要求</source>
            <translation>Requirement</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>责任人</source>
            <translation>In charge</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>责任单位填写</source>
            <translation>From the unit</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/form.py" />
            <source>验收意见：{note}</source>
            <translation>verdict: {note}</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/new_notice.py" />
            <source>列入</source>
            <translation>Add</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/new_notice.py" />
            <source>列入台账（Ctrl+回车）</source>
            <translation>Add to the register (Ctrl+Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/new_notice.py" />
            <source>列入整改台账</source>
            <translation>Add to the rectification register</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/new_notice.py" />
            <source>编号，如 60、加1</source>
            <translation>Number, such as 60</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>从台账移去，可以撤销</source>
            <translation>Take it off the register; can be undone</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>保存填写的内容</source>
            <translation>Save what was entered</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>共 {total} 条，已销号 {closed}，待销号 {verify}，超期 {overdue}</source>
            <translation>{total} problems: {closed} closed, {verify} to verify, {overdue} overdue</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>列入一个新的问题</source>
            <translation>Add a new problem</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>只看超期</source>
            <translation>Overdue only</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>导出为 Excel 表</source>
            <translation>Export as an Excel sheet</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>撤销验收结论</source>
            <translation>Take back the verdict</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>整改台账</source>
            <translation>Rectification register</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>整改通知…</source>
            <translation>Notices…</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>新增的整改问题</source>
            <translation>New problem</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>新增问题</source>
            <translation>New problem</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>给有未销号问题的单位生成整改通知</source>
            <translation>Make rectification notices for the units with open problems</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>验收不通过，退回继续整改</source>
            <translation>Not good enough: send it back to go on</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/page.py" />
            <source>验收通过，销号</source>
            <translation>Verified: close the problem</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/table.py" />
            <source>指标</source>
            <comment>a narrow column</comment>
            <translation>Ind.</translation>
        </message>
        <message>
            <location filename="../../ui/rectification/table.py" />
            <source>时限</source>
            <translation>Due</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/controller.py" />
            <source>{count} 处有退回的材料，只通过了其余的，退回的不变</source>
            <translation>
                <numerusform>In {count} places something was returned: the rest is accepted, what was returned stays returned</numerusform>
                <numerusform>In {count} places something was returned: the rest is accepted, what was returned stays returned</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/controller.py" />
            <source>代为报送</source>
            <translation>Submit for unit</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/controller.py" />
            <source>已通过 {count} 处</source>
            <translation>
                <numerusform>Accepted {count} places</numerusform>
                <numerusform>Accepted {count} places</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/controller.py" />
            <source>这一处{stage}</source>
            <translation>this place: {stage}</translation>
        </message>
        <message>
            <location filename="../../ui/review/controller.py" />
            <source>退回</source>
            <comment>to do</comment>
            <translation>Return</translation>
        </message>
        <message>
            <location filename="../../ui/review/controller.py" />
            <source>退回{what}</source>
            <translation>Return {what}</translation>
        </message>
        <message>
            <location filename="../../ui/review/controller.py" />
            <source>退回并列入整改台账</source>
            <translation>Return and add to the register</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/controller.py" />
            <source>通过 {count} 处</source>
            <translation>
                <numerusform>Accept {count} place</numerusform>
                <numerusform>Accept {count} places</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/controller.py" />
            <source>通过{what}</source>
            <translation>Accept {what}</translation>
        </message>
        <message>
            <location filename="../../ui/review/filters.py" />
            <source>全部已开始的</source>
            <translation>All begun</translation>
        </message>
        <message>
            <location filename="../../ui/review/filters.py" />
            <source>全部类目</source>
            <translation>All categories</translation>
        </message>
        <message>
            <location filename="../../ui/review/filters.py" />
            <source>只看牵头的、参与的或要交的</source>
            <translation>Only what is led, taken part in, or owed</translation>
        </message>
        <message>
            <location filename="../../ui/review/filters.py" />
            <source>牵头、参与</source>
            <translation>Lead, participant</translation>
        </message>
        <message>
            <location filename="../../ui/review/filters.py" />
            <source>类目</source>
            <translation>Category</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>{about} 的退回原因</source>
            <translation>{about}: why it is returned</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>全部通过</source>
            <translation>Accept all</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/judging.py" />
            <source>列表中 {count} 处待审的材料全部通过吗？</source>
            <translation>
                <numerusform>Accept {count} place to review in the list?</numerusform>
                <numerusform>Accept all {count} places to review in the list?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>列表中待审的一并通过</source>
            <translation>Accept all open ones in the list</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>单位没有报送包时，由创建办代为报送</source>
            <translation>The office submits for a unit that has no submission package</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>把选中材料上次审核时的版本和现在的版本并排比较，连同退回原因和改动说明</source>
            <translation>Lay the version last reviewed and the present one side by side, with the reason for the return and the note on the change</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>比较版本</source>
            <translation>Compare versions</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>退回此件</source>
            <translation>Return item</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>退回这一处，写明原因</source>
            <translation>Return this place with a reason</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>退回选中的材料或要点</source>
            <translation>Return the chosen item or point</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>通过</source>
            <comment>to do</comment>
            <translation>Accept</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>通过之前请看：{what}</source>
            <translation>Before accepting: {what}</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>通过后可以撤销。</source>
            <translation>Can be undone afterwards.</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>通过此件</source>
            <translation>Accept item</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>通过这一处，退回的材料除外</source>
            <translation>Accept this place, but for what was returned</translation>
        </message>
        <message>
            <location filename="../../ui/review/judging.py" />
            <source>通过选中的材料或要点</source>
            <translation>Accept the chosen item or point</translation>
        </message>
        <message>
            <location filename="../../ui/review/legend.py" />
            <source>图例</source>
            <translation>Legend</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/matrix.py" />
            <source>{method}：{state}，{count} 件</source>
            <translation>
                <numerusform>{method}: {state}, {count} item</numerusform>
                <numerusform>{method}: {state}, {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/matrix.py" />
            <source>审核矩阵</source>
            <translation>Review matrix</translation>
        </message>
        <message>
            <location filename="../../ui/review/office.py" />
            <source>上一行</source>
            <translation>Row up</translation>
        </message>
        <message>
            <location filename="../../ui/review/office.py" />
            <source>下一个待审</source>
            <translation>Next</translation>
        </message>
        <message>
            <location filename="../../ui/review/office.py" />
            <source>下一行</source>
            <translation>Row down</translation>
        </message>
        <message>
            <location filename="../../ui/review/office.py" />
            <source>列表</source>
            <translation>List</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/office.py" />
            <source>列表 {count}</source>
            <translation>
                <numerusform>List {count}</numerusform>
                <numerusform>List {count}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/office.py" />
            <source>列表的上一行</source>
            <translation>Previous row of the list</translation>
        </message>
        <message>
            <location filename="../../ui/review/office.py" />
            <source>列表的下一行</source>
            <translation>Next row of the list</translation>
        </message>
        <message>
            <location filename="../../ui/review/office.py" />
            <source>审核意见表…</source>
            <translation>Paper…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/office.py" />
            <source>待审 {count}　{others}</source>
            <translation>
                <numerusform>Open {count}　{others}</numerusform>
                <numerusform>Open {count}　{others}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/office.py" />
            <source>矩阵</source>
            <translation>Matrix</translation>
        </message>
        <message>
            <location filename="../../ui/review/office.py" />
            <source>给这个单位生成审核意见表</source>
            <translation>Make the review opinion form of this unit</translation>
        </message>
        <message>
            <location filename="../../ui/review/office.py" />
            <source>转到下一处待审的材料</source>
            <translation>Go to the next place to review</translation>
        </message>
        <message>
            <location filename="../../ui/review/office.py" />
            <source>选一件材料，在这里看</source>
            <translation>Choose an item to see it here</translation>
        </message>
        <message>
            <location filename="../../ui/review/queue.py" />
            <source>各处材料</source>
            <translation>Places of material</translation>
        </message>
        <message>
            <location filename="../../ui/review/return_dialog.py" />
            <source>同时列入整改台账，整改时限</source>
            <translation>Add to the rectification register too, due</translation>
        </message>
        <message>
            <location filename="../../ui/review/return_dialog.py" />
            <source>按数字键选原因，可选几条；按 Tab 写说明</source>
            <translation>Choose reasons by digit keys; press Tab to write a note</translation>
        </message>
        <message>
            <location filename="../../ui/review/return_dialog.py" />
            <source>补充说明，如：缺 2021 年的总结</source>
            <translation>A note, such as: the 2021 summary is missing</translation>
        </message>
        <message>
            <location filename="../../ui/review/return_dialog.py" />
            <source>退回（Ctrl+回车）</source>
            <translation>Return (Ctrl+Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/review/returned.py" />
            <source>写改动说明…</source>
            <translation>Note on the change…</translation>
        </message>
        <message>
            <location filename="../../ui/review/returned.py" />
            <source>创建办退回的材料和原因会列在这里。</source>
            <translation>What the office returns is listed here with its reasons.</translation>
        </message>
        <message>
            <location filename="../../ui/review/returned.py" />
            <source>回到退回</source>
            <comment>the page</comment>
            <translation>Back to Returned</translation>
        </message>
        <message>
            <location filename="../../ui/review/returned.py" />
            <source>改正后重新报送；标“已改动”的，随下一次报送一并送审。</source>
            <translation>Correct and submit again; what is marked "changed" goes with the next submission.</translation>
        </message>
        <message>
            <location filename="../../ui/review/returned.py" />
            <source>没有退回的材料</source>
            <translation>Nothing was returned</translation>
        </message>
        <message>
            <location filename="../../ui/review/returned.py" />
            <source>答复退回：写明怎样改的，创建办审核时与新旧版本一起看到</source>
            <translation>Answer the return: say what was changed; the office sees it with both versions</translation>
        </message>
        <message>
            <location filename="../../ui/review/returned.py" />
            <source>转到这件材料或这项任务</source>
            <translation>Go to this item or task</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/returned.py" />
            <source>退回 {count} 条，还有 {left} 条要改</source>
            <translation>
                <numerusform>{count} returned, {left} still to correct</numerusform>
                <numerusform>{count} returned, {left} still to correct</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/returned.py" />
            <source>退回原因：{reasons}</source>
            <translation>Returned: {reasons}</translation>
        </message>
        <message>
            <location filename="../../ui/review/returned.py" />
            <source>退回的内容</source>
            <translation>What was returned</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/rows.py" />
            <source>{count} 件曾退回</source>
            <translation>
                <numerusform>{count} returned before</numerusform>
                <numerusform>{count} returned before</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>{expected}，已说明材料齐全</source>
            <translation>{expected}; said to be complete</translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>{figure}（没有达到）</source>
            <translation>{figure} (falls short)</translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>{where}“{name}”：{said}</source>
            <translation>{where} “{name}”: {said}</translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>{where}　要点 {number}</source>
            <translation>{where}　point {number}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/rows.py" />
            <source>不涉及 {count} 处</source>
            <translation>
                <numerusform>{count} not applicable</numerusform>
                <numerusform>{count} not applicable</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>不能印成页面：{reason}</source>
            <translation>No pages can be made: {reason}</translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>之后{changed}</source>
            <translation>since then {changed}</translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>之后有变化</source>
            <translation>changed since</translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>已改动</source>
            <translation>changed</translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>改动说明：{answer}</source>
            <translation>Note on the change: {answer}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/rows.py" />
            <source>未归要点的材料 {count} 件</source>
            <translation>
                <numerusform>{count} item without a point</numerusform>
                <numerusform>{count} items without a point</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>没有填 {years} 年</source>
            <translation>nothing for {years}</translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>没有材料</source>
            <translation>Nothing there</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/rows.py" />
            <source>第 {count} 次报送</source>
            <translation>
                <numerusform>submission no. {count}</numerusform>
                <numerusform>submission no. {count}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>著录还没有核对</source>
            <translation>Description not confirmed</translation>
        </message>
        <message>
            <location filename="../../ui/review/rows.py" />
            <source>见以下各条</source>
            <translation>see below</translation>
        </message>
        <message>
            <location filename="../../ui/review/slot_lines.py" />
            <source>要点和材料</source>
            <translation>Points and items</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/slot_panel.py" />
            <source>{count} 件待审</source>
            <translation>
                <numerusform>{count} open</numerusform>
                <numerusform>{count} open</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/slot_panel.py" />
            <source>{number} {what}</source>
            <translation>{number} {what}</translation>
        </message>
        <message>
            <location filename="../../ui/review/slot_panel.py" />
            <source>一件材料{what}</source>
            <translation>One item {what}</translation>
        </message>
        <message>
            <location filename="../../ui/review/slot_panel.py" />
            <source>其余通过</source>
            <translation>rest accepted</translation>
        </message>
        <message>
            <location filename="../../ui/review/slot_panel.py" />
            <source>在左边选一格或一行</source>
            <translation>Choose a cell or a row on the left</translation>
        </message>
        <message>
            <location filename="../../ui/review/slot_panel.py" />
            <source>填报的数据</source>
            <translation>Figures stated</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/review/slot_panel.py" />
            <source>第 {count} 次{submitted}</source>
            <translation>
                <numerusform>No. {count}: {submitted}</numerusform>
                <numerusform>No. {count}: {submitted}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/review/slot_panel.py" />
            <source>要点 {number} {what}</source>
            <translation>Point {number} {what}</translation>
        </message>
        <message>
            <location filename="../../ui/review/slot_panel.py" />
            <source>通过之前请看</source>
            <translation>Look before accepting</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/dialog.py" />
            <source>{about} 的自查自评</source>
            <translation>{about}: self-check</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/dialog.py" />
            <source>代填自查自评</source>
            <translation>Self-check for a unit</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/form.py" />
            <source>对照指标写明做了什么、做到什么程度</source>
            <translation>What was done, and how far, against the indicator</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/form.py" />
            <source>已填完整</source>
            <translation>Filled in</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/form.py" />
            <source>自查情况</source>
            <translation>Self-check</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/form.py" />
            <source>自评</source>
            <translation>Assessment</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/form.py" />
            <source>自评分</source>
            <translation>Score</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/form.py" />
            <source>还有什么没有做到；自评为完成的可以不填</source>
            <translation>What is still lacking; may be empty if achieved</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/form.py" />
            <source>还要填：{fields}</source>
            <translation>Still to fill in: {fields}</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/panel.py" />
            <source>下一项未填</source>
            <translation>Next to fill in</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/panel.py" />
            <source>保存自查自评</source>
            <translation>Save self-check</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/panel.py" />
            <source>指标 {code} 的自查自评</source>
            <translation>Self-check of indicator {code}</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/panel.py" />
            <source>本单位不是这项指标的责任单位，不用填报</source>
            <translation>This unit is not responsible for the indicator; nothing to fill in</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/panel.py" />
            <source>自查自评已填 {done}/{total} 项</source>
            <translation>Self-checks {done}/{total}</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/panel.py" />
            <source>转到下一项没有填完的指标</source>
            <translation>Go to the next indicator not filled in</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/said.py" />
            <source>单位没有报送时，由创建办代为填报</source>
            <translation>The office fills it in for a unit that submits nothing</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/said.py" />
            <source>存在问题：{problems}</source>
            <translation>Problems: {problems}</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/said.py" />
            <source>替单位填…</source>
            <translation>Enter for the unit…</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/said.py" />
            <source>没有结论</source>
            <translation>No verdict</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/said.py" />
            <source>自查自评：{name}</source>
            <translation>Self-check: {name}</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/said.py" />
            <source>自查自评：{name}（代填）</source>
            <translation>Self-check: {name} (by the office)</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/said.py" />
            <source>自查自评：没有填报</source>
            <translation>Self-check: not filled in</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/said.py" />
            <source>自评分：{score}</source>
            <translation>Score: {score}</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/score_edit.py" />
            <source>可不填</source>
            <translation>Optional</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/score_edit.py" />
            <source>各项指标的分值没有公开；上级给了评分标准的，在这里填自评的得分</source>
            <translation>The indicators’ scores are not public; if a scoring standard was handed down, enter the self-assessed score here</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/storing.py" />
            <source>填写指标 {code} 的自查自评</source>
            <translation>Fill in the self-check of indicator {code}</translation>
        </message>
        <message>
            <location filename="../../ui/selfcheck/storing.py" />
            <source>已保存自查自评</source>
            <translation>Self-check saved</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>{where}；备份时数据库已有问题，请选更早的一份</source>
            <translation>{where}; the database was damaged when it was made, choose an earlier one</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>不再备份到另一个磁盘</source>
            <translation>No longer back up to another disk</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>不用</source>
            <translation>Off</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>另一个磁盘上的备份文件夹</source>
            <translation>Backup folder on another disk</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>另一个磁盘（连同原件一起备份，只复制还没有的）</source>
            <translation>Another disk (with originals; only what is missing there)</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>另一个磁盘，连同原件</source>
            <translation>another disk, with originals</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>在那以后的改动会从工作区里撤掉。现在的状态会先自动备份，可以再恢复回来；原件都不会删除。恢复时工作区会关闭再打开。</source>
            <translation>What was changed since then leaves the workspace. The present state is backed up first and can be restored; no original is deleted. The workspace closes and opens again.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>备份</source>
            <translation>Backups</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>备份停下了；已经复制的原件留着，下次接着复制。</source>
            <translation>Backup stopped; originals copied so far stay, and the next one goes on from there.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>备份好了</source>
            <translation>Backup done</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/backups.py" />
            <source>备份好了，列有原件 {count} 份</source>
            <translation>
                <numerusform>Backup done, {count} original listed</numerusform>
                <numerusform>Backup done, {count} originals listed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>备份数据库，核对原件</source>
            <translation>Back up the database and check the originals</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>工作区的 backups 文件夹</source>
            <translation>the workspace's folder backups</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>恢复到 {when} 的备份吗？</source>
            <translation>Restore the backup of {when}?</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>恢复到这一份…</source>
            <translation>Restore this one…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>把工作区恢复到选中的备份</source>
            <translation>Restore the workspace to the chosen backup</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>每天打开时自动备份一次数据库，留最近 14 份</source>
            <translation>The database is backed up once a day on opening; the last 14 are kept</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>没有设置；建议放在移动硬盘或另一个分区</source>
            <translation>Not set; best a portable disk or another partition</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>浏览…</source>
            <translation>Browse…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>现有的备份</source>
            <translation>Backups there are</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>立即备份</source>
            <translation>Back up now</translation>
        </message>
        <message>
            <location filename="../../ui/settings/backups.py" />
            <source>选择另一个磁盘上的文件夹</source>
            <translation>Choose a folder on another disk</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/backups.py" />
            <source>，新复制 {count} 份到另一个磁盘</source>
            <translation>
                <numerusform>, {count} newly copied to the other disk</numerusform>
                <numerusform>, {count} newly copied to the other disk</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/backups.py" />
            <source>；两处都已损坏 {count} 份：</source>
            <translation>
                <numerusform>; {count} damaged in both places: </numerusform>
                <numerusform>; {count} damaged in both places: </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/backups.py" />
            <source>；从另一个磁盘找回 {count} 份：</source>
            <translation>
                <numerusform>; {count} came back from the other disk: </numerusform>
                <numerusform>; {count} came back from the other disk: </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/backups.py" />
            <source>；另一个磁盘上损坏、已重新复制 {count} 份：</source>
            <translation>
                <numerusform>; {count} copy on the other disk was damaged and was copied anew: </numerusform>
                <numerusform>; {count} copies on the other disk were damaged and were copied anew: </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/backups.py" />
            <source>；数据库有 {count} 处问题，请运行体检</source>
            <translation>
                <numerusform>; the database has {count} problem: please run the check</numerusform>
                <numerusform>; the database has {count} problems: please run the check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/backups.py" />
            <source>；缺失 {count} 份：</source>
            <translation>
                <numerusform>; {count} missing: </numerusform>
                <numerusform>; {count} missing: </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/backups.py" />
            <source>；被改动 {count} 份：</source>
            <translation>
                <numerusform>; {count} altered: </numerusform>
                <numerusform>; {count} altered: </numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>“20XX年以来”“每年”算到哪一年；不填则按创建步骤算到检查那一年</source>
            <translation>The last year of “since 20XX” and “each year”; if empty, the year of the inspection by the stages</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>“{name}”写得不对：{hint}</source>
            <translation>"{name}" is wrong: {hint}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>不填则为 {year} 年：创建步骤里检查那一年</source>
            <translation>If empty: {year}, the year of the inspection by the stages</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>不填则封面的归档号留空</source>
            <translation>If empty, the filing number on the cover stays blank</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>例：指标 60 第 2 卷的档号是 {code}</source>
            <translation>Example: the number of indicator 60, volume 2 is {code}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>保存案卷和装订的设置</source>
            <translation>Save the settings of archive and binding</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>保存设置</source>
            <translation>Save settings</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>保管期限代码</source>
            <translation>retention code</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>全宗号</source>
            <translation>Fonds code</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>印在备考表上</source>
            <translation>Printed on the closing sheet</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>印在封面、目录和备考表上，随工作区保存</source>
            <translation>Printed on cover, contents and closing sheet; kept in the workspace</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>印在封面上</source>
            <translation>Printed on the cover</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>印在封面上；不填的，创建办按发文机关，责任单位按本单位全称</source>
            <translation>Printed on covers; if empty: the issuer in the office's workspace, the unit's full name in a unit's</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>卷次</source>
            <translation>volume</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>可用 </source>
            <translation>Available: </translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>如 2021-09-30、2021年9月30日；不填则留空，打印后手写</source>
            <translation>As 2021-09-30; if empty, it is left blank and written by hand</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>如 FZ</source>
            <translation>such as FZ</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>年度</source>
            <translation>year</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>指标文字出自哪份文件；不填则写指标体系所据的文件</source>
            <translation>The document that the wording of the indicators is from; if empty, the one behind the indicator set</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>案卷</source>
            <translation>Archive</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>案卷号</source>
            <translation>volume code</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>案卷和装订的设置</source>
            <translation>Filing and binding settings</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>档案馆给定；不填则档号留空，移交时手写</source>
            <translation>Given by the archive; if empty, numbers are written by hand on transfer</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>类目代码</source>
            <translation>Category code</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>编制卷宗时的默认选择，编制时还可以改</source>
            <translation>What compiling starts from; can be changed there</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>设置已保存</source>
            <translation>Settings saved</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>（留空，移交时手写）</source>
            <translation>(blank, by hand on transfer)</translation>
        </message>
        <message>
            <location filename="../../ui/settings/filing.py" />
            <source>，归档号是 {number}</source>
            <translation>, the filing number {number}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/folders.py" />
            <source>全部内容</source>
            <translation>Everything</translation>
        </message>
        <message>
            <location filename="../../ui/settings/folders.py" />
            <source>卷宗和导出</source>
            <translation>Dossiers, exports</translation>
        </message>
        <message>
            <location filename="../../ui/settings/folders.py" />
            <source>在文件管理器里打开</source>
            <translation>Open in the file manager</translation>
        </message>
        <message>
            <location filename="../../ui/settings/folders.py" />
            <source>打开 {name}</source>
            <translation>Open {name}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/folders.py" />
            <source>打开工作区时自动收取收件箱里的文件（下次打开时生效）</source>
            <translation>Take files from the inbox when the workspace is open (from the next opening)</translation>
        </message>
        <message>
            <location filename="../../ui/settings/folders.py" />
            <source>放进这里的文件等着收取</source>
            <translation>Files put in here wait to be filed</translation>
        </message>
        <message>
            <location filename="../../ui/settings/folders.py" />
            <source>数据库的备份</source>
            <translation>Backups of the database</translation>
        </message>
        <message>
            <location filename="../../ui/settings/folders.py" />
            <source>整个工作区文件夹可以复制、搬走；各部分都在里面</source>
            <translation>The whole folder can be copied and moved; everything is inside</translation>
        </message>
        <message>
            <location filename="../../ui/settings/folders.py" />
            <source>文件夹</source>
            <translation>Folders</translation>
        </message>
        <message>
            <location filename="../../ui/settings/folders.py" />
            <source>编好的卷宗、报告</source>
            <translation>Dossiers and reports made</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/dialogs.py" />
            <source>两次输入的不一样</source>
            <translation>The two are not the same</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/dialogs.py" />
            <source>修改使用人</source>
            <translation>Change person</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/dialogs.py" />
            <source>再输一遍</source>
            <translation>Once more</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/dialogs.py" />
            <source>太容易猜：{why}。建议用几个不相干的词，不要用姓名、单位和年份</source>
            <translation>Too easy to guess: {why}. Use a few unrelated words, no names, units or years</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/dialogs.py" />
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/dialogs.py" />
            <source>新口令</source>
            <translation>New passphrase</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/dialogs.py" />
            <source>现在的口令</source>
            <translation>Present passphrase</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/dialogs.py" />
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/dialogs.py" />
            <source>登记使用人</source>
            <translation>Register person</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/dialogs.py" />
            <source>职务</source>
            <translation>Post</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/identity/dialogs.py" />
            <source>至少要 {count} 个字符，建议用几个不相干的词</source>
            <translation>
                <numerusform>At least {count} character, best a few unrelated words</numerusform>
                <numerusform>At least {count} characters, best a few unrelated words</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>以后不再要口令</source>
            <translation>No passphrase from now on</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>取消以后，打开工作区和制作数据包都不再要口令。</source>
            <translation>After this, neither opening the workspace nor making packages asks for a passphrase.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>取消口令</source>
            <translation>Passphrase removed</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>取消口令…</source>
            <translation>Remove passphrase…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>口令已取消</source>
            <translation>Passphrase removed</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>口令要记牢：忘了只能用另存的密钥文件恢复。以前的备份仍按当时的方式保存密钥。</source>
            <translation>Remember it well: if it is lost, only a saved key file helps. Earlier backups keep the key as it was then.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>口令设好了</source>
            <translation>Passphrase set</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>另存密钥</source>
            <translation>Key saved</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>另存密钥…</source>
            <translation>Save key…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>另存的密钥文件</source>
            <translation>Saved key file</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>密钥-{owner}.json</source>
            <translation>key-{owner}.json</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>密钥已另存到 {name}</source>
            <translation>Key saved to {name}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>密钥已恢复</source>
            <translation>Key restored</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>密钥文件的口令</source>
            <translation>Passphrase of the key file</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>密钥文件要单独设口令，恢复时用；请与文件分开保管。</source>
            <translation>The key file gets a passphrase of its own, needed to restore it; keep the two apart.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>已设口令：打开工作区、制作和接收数据包都要输入。</source>
            <translation>Passphrase set: opening the workspace, making and receiving packages ask for it.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>恢复密钥</source>
            <translation>Key restored</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>恢复密钥…</source>
            <translation>Restore key…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>把密钥另存到 U 盘，换电脑时恢复</source>
            <translation>Save the key to a USB stick, to restore it on another computer</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>更改口令</source>
            <translation>Change passphrase</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>更改口令…</source>
            <translation>Change passphrase…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>本机的密钥</source>
            <translation>Key of this computer</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>没有设口令：能用这台电脑、拿到这个文件夹或它的备份的人，都能以本工作区的名义制作数据包、打开加密包。</source>
            <translation>No pass-phrase: whoever can use this computer, or gets this folder or a backup of it, can make packages in the name of this workspace and open encrypted ones.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>现在的口令太短或太容易猜，建议更改。</source>
            <translation>The present pass-phrase is too short or too easy to guess; please change it.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>用另存的密钥文件换掉现在的密钥</source>
            <translation>Replace the present key with one from a saved key file</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>给数据包签名；对方凭指纹认出本工作区</source>
            <translation>Signs packages; others know this workspace by the fingerprint</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>给本工作区的密钥设口令，打开工作区时要输入</source>
            <translation>Set a passphrase for this workspace's key, asked for on opening</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>设置口令</source>
            <translation>Passphrase set</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>设置口令…</source>
            <translation>Set passphrase…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>请输入这个密钥文件的口令。现在的密钥会被换掉，本工作区的口令要重新设置。</source>
            <translation>Enter the passphrase of this key file. The present key is replaced, and the workspace's passphrase has to be set again.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/keys.py" />
            <source>还没有密钥，首次制作数据包或设置口令时生成</source>
            <translation>No key yet; it is made with the first package or passphrase</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/partners.py" />
            <source>不再信任 {name} 的这个指纹吗？</source>
            <translation>No longer trust this fingerprint of {name}?</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/partners.py" />
            <source>不再认这个指纹；对方再来包时要重新核对</source>
            <translation>No longer trust this fingerprint; it has to be checked again with their next package</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/partners.py" />
            <source>保留</source>
            <translation>Keep</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/partners.py" />
            <source>取消信任</source>
            <translation>Trust revoked</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/partners.py" />
            <source>取消信任…</source>
            <translation>Revoke trust…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/partners.py" />
            <source>对方的下一个包要重新核对指纹才能合并。已经合并的内容不变。</source>
            <translation>Their next package has to be checked again before it is merged. What is merged stays.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/partners.py" />
            <source>已确认的对方</source>
            <translation>Confirmed sides</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/partners.py" />
            <source>确认人</source>
            <translation>By whom</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/partners.py" />
            <source>确认时间</source>
            <translation>Confirmed on</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/partners.py" />
            <source>第一次收到对方的包时核对指纹，以后自动认得</source>
            <translation>Check the fingerprint with their first package; it is known from then on</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>从现在起，操作记录写此人的名字</source>
            <translation>From now on, the log names this person</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>使用人</source>
            <translation>People</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>修改…</source>
            <translation>Change…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>停用</source>
            <translation>Retire</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>停用 {name} 吗？</source>
            <translation>Retire {name}?</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>已停用</source>
            <translation>retired</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>操作记录和数据包上写的是现在使用的人</source>
            <translation>The log and packages name whoever uses it now</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>改正姓名、职务、电话</source>
            <translation>Correct name, post and phone</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>此人不再使用本工作区，记录保留</source>
            <translation>This person no longer uses the workspace; the records stay</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>此人以前的操作记录都保留。</source>
            <translation>All entries of this person in the log stay.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>现在使用</source>
            <translation>uses it now</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>现在由此人使用</source>
            <translation>Now in use by this person</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>登记…</source>
            <translation>Register…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/identity/people.py" />
            <source>登记使用本工作区的人</source>
            <translation>Register the people who use this workspace</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>LibreOffice 位置</source>
            <translation>LibreOffice is at</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>LibreOffice 的安装文件夹</source>
            <translation>LibreOffice's folder</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>LibreOffice 的安装文件夹，或 soffice 程序本身</source>
            <translation>LibreOffice's folder, or the program soffice</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>Word、Excel、WPS、网页等靠 LibreOffice 转成页面，不联网</source>
            <translation>Turns Word, Excel, WPS, web pages etc. into pages, offline</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>{version}（{program}）</source>
            <translation>{version} ({program})</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>{where} 没有在限定的时间里转出来，请关闭正在运行的 LibreOffice 再试。</source>
            <translation>{where} did not finish in time; close LibreOffice and try again.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>{where} 转换失败，请重新安装，或指定另一个位置。</source>
            <translation>{where} failed to convert; install it again, or name another place.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>不填就在常见的位置找</source>
            <translation>If empty, the usual places are searched</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>可以用：{where}，转换一份小文件用了 {seconds} 秒。</source>
            <translation>It works: {where} converted a small file in {seconds} seconds.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>文件转换</source>
            <translation>Conversion</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>正在测试，第一次启动要十几秒……</source>
            <translation>Testing; the first start takes over ten seconds…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>没有找到 LibreOffice。请安装它，或在上面指定它的位置；在此之前，Word 等文件可以另附打印的 PDF。</source>
            <translation>LibreOffice was not found. Install it, or name its place above; until then, add printed PDFs to Word files and the like.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>测试</source>
            <translation>Test</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>测试 LibreOffice</source>
            <translation>Testing LibreOffice</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>测试没有做完。</source>
            <translation>The test did not finish.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>转换一份小文件，看能不能用</source>
            <translation>Convert a small file to see if it works</translation>
        </message>
        <message>
            <location filename="../../ui/settings/libreoffice.py" />
            <source>选择 LibreOffice 的安装文件夹</source>
            <translation>Choose LibreOffice's folder</translation>
        </message>
        <message>
            <location filename="../../ui/settings/look.py" />
            <source>下次启动时换成所选的语言</source>
            <translation>The language changes with the next start</translation>
        </message>
        <message>
            <location filename="../../ui/settings/look.py" />
            <source>只用于本机，选了就生效</source>
            <translation>On this computer only</translation>
        </message>
        <message>
            <location filename="../../ui/settings/look.py" />
            <source>外观</source>
            <translation>Look</translation>
        </message>
        <message>
            <location filename="../../ui/settings/look.py" />
            <source>文字大小</source>
            <translation>Text size</translation>
        </message>
        <message>
            <location filename="../../ui/settings/look.py" />
            <source>明暗</source>
            <translation>Light or dark</translation>
        </message>
        <message>
            <location filename="../../ui/settings/look.py" />
            <source>语言</source>
            <translation>Language</translation>
        </message>
        <message>
            <location filename="../../ui/settings/notice_view.py" />
            <source>文书样子</source>
            <translation>Look of a paper</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>与全部相同</source>
            <translation>Same as all</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>全部指标</source>
            <translation>All indicators</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>决定齐备、逾期、排名和催报怎样计算；随任务包告诉各单位</source>
            <translation>Decides completeness, delays, ranking and reminders; units are told in their task packages</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>列出 {shown} 项；另有规定的 {own} 项，没有牵头单位的 {alone} 项</source>
            <translation>{shown} listed; {own} with their own rule, {alone} without a lead</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>列出哪些指标</source>
            <translation>Which indicators to list</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>参与单位</source>
            <translation>Participants</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>另有规定的</source>
            <translation>With their own rule</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>各项指标由谁交材料</source>
            <translation>Who owes material, by indicator</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>工作区是只读的</source>
            <translation>The workspace is read-only</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/owing.py" />
            <source>把 {count} 项指标改为{rule}</source>
            <translation>
                <numerusform>{count} indicator changed to: {rule}</numerusform>
                <numerusform>{count} indicators changed to: {rule}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>改为{rule}</source>
            <translation>changed to: {rule}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>没有牵头单位的</source>
            <translation>Without a lead</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>牵头单位</source>
            <translation>Leads</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>由创建办决定，随任务包告诉本单位</source>
            <translation>The office decides, and tells this unit in its task package</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>由谁交</source>
            <translation>Who owes</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>要交的单位</source>
            <translation>Units owing</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>这个工作区建得早，还照以前的办法计算。请选一种（再点一下现在这种也算选定），各单位收到下一个任务包后照此计算。</source>
            <translation>This workspace is older and still counts as before. Choose a rule (clicking the present one again also counts); units follow with their next task package.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>选中的指标：</source>
            <translation>Chosen indicators:</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>选中的指标：{rule}</source>
            <translation>Chosen indicators: {rule}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/owing.py" />
            <source>（没有）</source>
            <translation>(none)</translation>
        </message>
        <message>
            <location filename="../../ui/settings/page.py" />
            <source>案卷和装订</source>
            <translation>Archive, binding</translation>
        </message>
        <message>
            <location filename="../../ui/settings/page.py" />
            <source>设置的各部分</source>
            <translation>Parts of the settings</translation>
        </message>
        <message>
            <location filename="../../ui/settings/page.py" />
            <source>身份与口令</source>
            <translation>Identity</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>不填则为“{name}”</source>
            <translation>If empty: “{name}”</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>与联系人印在一起</source>
            <translation>Printed beside the contact</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>保存文书的设置</source>
            <translation>Save the settings of papers</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>催报、整改、通报等文书印的机关、文号、联系人和版记，随工作区保存</source>
            <translation>Issuer, number, contact and foot of reminders, notices and bulletins; kept in the workspace</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>几个机关用逗号隔开；不填则不印抄送</source>
            <translation>Separate several bodies by commas; if empty, no copies are named</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>印在版记里；不填则为发文机关</source>
            <translation>Printed at the foot; if empty, the issuer</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>印在落款下面；不填则留空，打印后手写</source>
            <translation>Printed below the signature; if empty, room is left to write it in</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>右边是自带模板的样子；写着的那一处有底色。</source>
            <translation>On the right is the look of the built-in templates; the part you are writing is coloured.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>如 示创办；印成 示创办〔2026〕　号</source>
            <translation>The short name that stands before the year in a document number</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>字体、固定的文字、表格的列在模板里改，用 Word、WPS 打开</source>
            <translation>Fonts, fixed words and columns are changed in the templates, with Word or WPS</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>工作区里有本县自己的文书模板，实际样子以模板为准。</source>
            <translation>The workspace has the county's own templates; papers look as those say.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>打开文书模板</source>
            <translation>Open the templates</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>文书的设置</source>
            <translation>settings of papers</translation>
        </message>
        <message>
            <location filename="../../ui/settings/papers.py" />
            <source>清单、台账上的制表机关；催报、整改、通报由创建办出，用创建办的设置</source>
            <translation>Who makes lists and ledgers; reminders, notices and bulletins are the office's and use its settings</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/restored.py" />
            <source>{count} 份原件的内容被改动：{names}</source>
            <translation>
                <numerusform>{count} originals were altered: {names}</numerusform>
                <numerusform>{count} originals were altered: {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/restored.py" />
            <source>{count} 份原件缺失：{names}</source>
            <translation>
                <numerusform>{count} originals are missing: {names}</numerusform>
                <numerusform>{count} originals are missing: {names}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/settings/restored.py" />
            <source>工作区恢复了，但有原件在备份里也找不到完好的</source>
            <translation>The workspace was restored, but for some originals the backup has no sound copy</translation>
        </message>
        <message>
            <location filename="../../ui/settings/restored.py" />
            <source>已恢复到选中的备份；恢复之前的样子也备份了</source>
            <translation>Restored to the chosen backup; the state before was backed up, too</translation>
        </message>
        <message>
            <location filename="../../ui/settings/restored.py" />
            <source>请在材料所在处重新添加同一文件，或接入存有副本的磁盘后再恢复一次。</source>
            <translation>Add the same file again where the evidence lies, or connect the disk that has a copy and restore once more.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/restored.py" />
            <source>；备份时数据库已有 {count} 处问题，请运行体检</source>
            <translation>
                <numerusform>; the database had {count} problem already when the backup was made: please run the check</numerusform>
                <numerusform>; the database had {count} problems already when the backup was made: please run the check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/restored.py" />
            <source>；找回原件 {count} 份</source>
            <translation>
                <numerusform>; {count} originals brought back</numerusform>
                <numerusform>; {count} originals brought back</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/settings/restored.py" />
            <source>；这份备份没有校验记录，只核对了结构和格式，请看一看内容是否正确</source>
            <translation>; this backup has no digest, only structure and form were checked: please look whether the content is right</translation>
        </message>
        <message>
            <location filename="../../ui/settings/sitting.py" />
            <source>以后再说</source>
            <translation>Later</translation>
        </message>
        <message>
            <location filename="../../ui/settings/sitting.py" />
            <source>以后这台电脑上的这个用户就是此人，可以在 设置→身份与口令 里改</source>
            <translation>From now on, this user of this computer is that person; can be changed in Settings → Identity</translation>
        </message>
        <message>
            <location filename="../../ui/settings/sitting.py" />
            <source>就是我</source>
            <translation>That is me</translation>
        </message>
        <message>
            <location filename="../../ui/settings/sitting.py" />
            <source>操作记录会写上使用人的名字。您是哪一位？</source>
            <translation>The log names the people at work. Who are you?</translation>
        </message>
        <message>
            <location filename="../../ui/settings/sitting.py" />
            <source>现在由谁使用</source>
            <translation>Who is using it now</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>修改 {name}</source>
            <translation>Change {name}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>修改单位</source>
            <translation>Change unit</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>几个别名用顿号分开，如 县应急局、应急局</source>
            <translation>Separate several aliases by commas</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>别名</source>
            <translation>Aliases</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>原名称留作别名，旧文件里的写法仍然认得。</source>
            <translation>The old name stays as an alias and is still recognised in old files.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>导入</source>
            <translation>Import</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>导入单位名单</source>
            <translation>Import a list of units</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>按名称将加入：{groups}。以后可以改。</source>
            <translation>By its name it will join: {groups}. Can be changed later.</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>登记</source>
            <translation>Register</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>登记 {name}</source>
            <translation>Register {name}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>登记单位</source>
            <translation>Register a unit</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>联络人</source>
            <translation>Contact</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_dialogs.py" />
            <source>（不加入集合）</source>
            <translation>(no group)</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_models.py" />
            <source>单位集合</source>
            <translation>Unit groups</translation>
        </message>
        <message>
            <location filename="../../ui/settings/unit_models.py" />
            <source>（已停用）</source>
            <translation> (retired)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/units.py" />
            <source>{count} 个单位</source>
            <translation>
                <numerusform>{count} unit</numerusform>
                <numerusform>{count} units</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>{name} 加入 {group}</source>
            <translation>{name} joins {group}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>{name} 退出 {group}</source>
            <translation>{name} leaves {group}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/settings/units.py" />
            <source>{name}（{count}）</source>
            <translation>
                <numerusform>{name} ({count})</numerusform>
                <numerusform>{name} ({count})</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>不再列为责任单位，材料都保留</source>
            <translation>No longer a responsible unit; its evidence is kept</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>停用 {name}</source>
            <translation>Retire {name}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>勾选的单位都对写着“{name}”的指标负责。</source>
            <translation>The units ticked are responsible for indicators that say "{name}".</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>包括已停用的</source>
            <translation>With retired ones</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>名称、别名或拼音首字母</source>
            <translation>Name, alias or initials</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>导入名单…</source>
            <translation>Import list…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>恢复使用</source>
            <translation>Revive</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>恢复使用 {name}</source>
            <translation>Revive {name}</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>改名、改别名和联络人</source>
            <translation>Change name, aliases and contact</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>查找成员</source>
            <translation>Find members</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>登记一个新的单位</source>
            <translation>Register a new unit</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>登记单位…</source>
            <translation>Register…</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>粘贴或读取单位名单</source>
            <translation>Paste or read a list of units</translation>
        </message>
        <message>
            <location filename="../../ui/settings/units.py" />
            <source>集合的成员</source>
            <translation>Members of the group</translation>
        </message>
        <message>
            <location filename="../../ui/shared/answer.py" />
            <source>{title} 的改动说明</source>
            <translation>Note on the change of {title}</translation>
        </message>
        <message>
            <location filename="../../ui/shared/answer.py" />
            <source>写改动说明</source>
            <translation>Write a note on the change</translation>
        </message>
        <message>
            <location filename="../../ui/shared/answer.py" />
            <source>如：已换成盖章扫描件；2021 年总结见第 3 页</source>
            <translation>E.g. replaced by the stamped scan; the summary of 2021 is on page 3</translation>
        </message>
        <message>
            <location filename="../../ui/shared/answer.py" />
            <source>改动说明</source>
            <translation>Note on the change</translation>
        </message>
        <message>
            <location filename="../../ui/shared/answer.py" />
            <source>改动说明已保存，随下次报送送审</source>
            <translation>Note saved; it goes with the next submission</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>修改</source>
            <translation>Change</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>修改勾选的各项（Ctrl+回车），可以撤销</source>
            <translation>Change what is ticked (Ctrl+Enter); it can be undone</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>其中 {count} 件的题名还是机器起的文件名，题名不算核对</source>
            <translation>
                <numerusform>{count} of them still have a file name for a title, which is not confirmed</numerusform>
                <numerusform>{count} of them still have a file name for a title, which is not confirmed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>勾选后，选中的材料都改成右边的内容</source>
            <translation>If ticked, all chosen items get what stands on the right</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>勾选要改的各项，没有勾选的照旧</source>
            <translation>Tick what is to change; all else stays</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>大括号里可以写：{names}</source>
            <translation>In braces you may write: {names}</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>如 2021-04-09、2021年4月、2021</source>
            <translation>such as 2021-04-09, 2021-04 or 2021</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>如 案卷评查现场照片（{field}）</source>
            <translation>e.g. Photo of the review ({field})</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>怎样改题名</source>
            <translation>How to change titles</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>成批修改 {count} 件</source>
            <translation>
                <numerusform>Change {count} items</numerusform>
                <numerusform>Change {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>按格式起题名</source>
            <translation>Title by pattern</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>换成什么</source>
            <translation>Replacement</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>换成（空着就是去掉）</source>
            <translation>Replace with (empty: remove them)</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>改成</source>
            <translation>New title</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>替换题名里的字</source>
            <translation>Replace words in titles</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>核对无误：{count} 件里猜得的各项照现在的确认</source>
            <translation>
                <numerusform>Confirm what was guessed about {count} items as it stands</numerusform>
                <numerusform>Confirm what was guessed about {count} items as it stands</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>现在的题名</source>
            <translation>Present title</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>要换掉的字</source>
            <translation>Words to replace</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>题名会怎样改</source>
            <translation>How titles change</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>题名格式</source>
            <translation>Pattern for titles</translation>
        </message>
        <message>
            <location filename="../../ui/shared/bulk_dialog.py" />
            <source>（不变）</source>
            <translation>(unchanged)</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_announcing.py" />
            <source>《{title}》的副本已改动，可以作为新版本</source>
            <translation>The copy of “{title}” was changed, and can be the new version</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>{state}（{when} 保存）</source>
            <translation>{state} (saved {when})</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>《{title}》：{state}</source>
            <translation>“{title}”: {state}</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>不再提示；文件移到 工作副本/已丢弃，可以撤销</source>
            <translation>Offer it no more; the file moves to the folder of discarded copies, which can be undone</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>作为新版本…</source>
            <translation>Take as new version…</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>再打开这份副本</source>
            <translation>Open this copy again</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>再等等</source>
            <translation>Later</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>工作副本：{state}</source>
            <translation>Working copy: {state}</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>换上副本里保存的内容，旧版本保留</source>
            <translation>Use what was saved in the copy; the old version is kept</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>接着改</source>
            <translation>Go on editing</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>收起副本</source>
            <translation>Put the copy away</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>改过的副本</source>
            <translation>Changed copies</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>留着副本，下次保存时再提示</source>
            <translation>Keep the copy, and offer it when it is saved again</translation>
        </message>
        <message>
            <location filename="../../ui/shared/copy_offers.py" />
            <source>转到这件材料</source>
            <translation>Turn to this item</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/copy_offers.py" />
            <source>还有 {count} 份，处理完这些就列出</source>
            <translation>
                <numerusform>{count} more; they are listed when these are dealt with</numerusform>
                <numerusform>{count} more; they are listed when these are dealt with</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/described.py" />
            <source>题名不能空着</source>
            <translation>The title must not be empty</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>{field} {value}</source>
            <translation>{field} {value}</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>{guessed}，请核对</source>
            <translation>{guessed}, please check</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>《{title}》的著录</source>
            <translation>Description of “{title}”</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>一次修改选中的几件：责任者、日期、份数、备注、要点、题名，或核对猜得的各项</source>
            <translation>Change the chosen items at once: issuer, date, copies, remark, point, title; or confirm what was guessed</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>从同名的网址快捷方式读得</source>
            <translation>Read from the shortcut of the same name</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>从打印的页眉页脚读得</source>
            <translation>Read from the printed header and footer</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>从文件名猜得</source>
            <translation>guessed from the file name</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>从文件夹名猜得</source>
            <translation>guessed from the folder name</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>从文档属性猜得</source>
            <translation>guessed from the document's properties</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>从正文首页猜得</source>
            <translation>guessed from the first page</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>从网页文件里读得</source>
            <translation>Read from the saved page</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>保存改动；没有改动时，确认猜得的各项</source>
            <translation>Save the changes; without changes, confirm what was guessed</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>发文或形成单位</source>
            <translation>Issuing body</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>如 示法办〔2021〕1号</source>
            <translation>the number on the paper's head</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>成批修改…</source>
            <translation>Change several…</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>核对无误</source>
            <translation>All correct</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/description_form.py" />
            <source>核对无误（{count} 件）</source>
            <translation>
                <numerusform>Confirm {count} items</numerusform>
                <numerusform>Confirm {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>猜得</source>
            <translation>guessed</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>还是文件名，请另起题名</source>
            <translation>Only a file name: give it a title</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_form.py" />
            <source>选中一件材料，在这里核对题名、文号、责任者和日期。</source>
            <translation>Choose an item to check its title, number, issuer and date here.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/description_form.py" />
            <source>选中了 {count} 件材料。</source>
            <translation>
                <numerusform>{count} items chosen.</numerusform>
                <numerusform>{count} items chosen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/description_saver.py" />
            <source>{count} 件的题名还是文件名，请另外起题名</source>
            <translation>
                <numerusform>{count} items still have a file name for a title: give them titles</numerusform>
                <numerusform>{count} items still have a file name for a title: give them titles</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_saver.py" />
            <source>修改著录</source>
            <translation>Description edited</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/description_saver.py" />
            <source>已改 {count} 件</source>
            <translation>
                <numerusform>{count} items changed</numerusform>
                <numerusform>{count} items changed</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_saver.py" />
            <source>已核对：{title}</source>
            <translation>Checked: {title}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/description_saver.py" />
            <source>核对 {count} 件</source>
            <translation>
                <numerusform>Confirm {count} items</numerusform>
                <numerusform>Confirm {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_saver.py" />
            <source>核对著录</source>
            <translation>Confirm the description</translation>
        </message>
        <message>
            <location filename="../../ui/shared/description_saver.py" />
            <source>没有要改的，内容本来就是这样</source>
            <translation>Nothing to change: they are like this already</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>{count} 件已同时用于 {where}</source>
            <translation>
                <numerusform>{count} item now also serves {where}</numerusform>
                <numerusform>{count} items now also serve {where}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>从 {count} 处移除</source>
            <translation>
                <numerusform>Remove from {count} places</numerusform>
                <numerusform>Remove from {count} places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>保留一件，移除 {count} 件</source>
            <translation>
                <numerusform>Keep one, remove {count}</numerusform>
                <numerusform>Keep one, remove {count}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>已从 {count} 处移除，其他位置不变</source>
            <translation>
                <numerusform>Removed from {count} place; the others are unchanged</numerusform>
                <numerusform>Removed from {count} places; the others are unchanged</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>已保留一件，另 {count} 件移到回收站，位置由保留的一件接替</source>
            <translation>
                <numerusform>One is kept; {count} other went to the bin, and the kept one takes its places</numerusform>
                <numerusform>One is kept; {count} others went to the bin, and the kept one takes their places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>已恢复 {count} 件</source>
            <translation>
                <numerusform>{count} item restored</numerusform>
                <numerusform>{count} items restored</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>已把 {count} 件移到 {where}</source>
            <translation>
                <numerusform>{count} item moved to {where}</numerusform>
                <numerusform>{count} items moved to {where}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>已换上新版本，旧版本保留</source>
            <translation>New version in place; the old one is kept</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>已移到回收站 {count} 件</source>
            <translation>
                <numerusform>{count} item moved to the bin</numerusform>
                <numerusform>{count} items moved to the bin</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>恢复 {count} 件</source>
            <translation>
                <numerusform>Restore {count} item</numerusform>
                <numerusform>Restore {count} items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>把 {count} 件材料同时用于</source>
            <translation>
                <numerusform>Use {count} item also for</numerusform>
                <numerusform>Use {count} items also for</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>把 {count} 件材料移到</source>
            <translation>
                <numerusform>Move {count} item to</numerusform>
                <numerusform>Move {count} items to</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>换新版本</source>
            <translation>Replace with a new version</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>用于其他指标 {count} 件</source>
            <translation>
                <numerusform>Use {count} item elsewhere</numerusform>
                <numerusform>Use {count} items elsewhere</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>用于这里</source>
            <translation>Use here</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>移到回收站 {count} 件</source>
            <translation>
                <numerusform>Move {count} item to the bin</numerusform>
                <numerusform>Move {count} items to the bin</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>移到这里</source>
            <translation>Move here</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>移动 {count} 件</source>
            <translation>
                <numerusform>Move {count} item</numerusform>
                <numerusform>Move {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/evidence_actions.py" />
            <source>选择新版本的文件</source>
            <translation>Choose the new version's file</translation>
        </message>
        <message>
            <location filename="../../ui/shared/moments.py" />
            <source>今天 {time}</source>
            <translation>today {time}</translation>
        </message>
        <message>
            <location filename="../../ui/shared/moments.py" />
            <source>昨天 {time}</source>
            <translation>yesterday {time}</translation>
        </message>
        <message>
            <location filename="../../ui/shared/origin_fields.py" />
            <source>如 2021-04-09 15:30</source>
            <translation>Such as 2021-04-09 15:30</translation>
        </message>
        <message>
            <location filename="../../ui/shared/origin_fields.py" />
            <source>如 2021-04-09、2021年4月</source>
            <translation>Such as 2021-04-09 or 2021-04</translation>
        </message>
        <message>
            <location filename="../../ui/shared/origin_fields.py" />
            <source>浏览器地址栏里的网址</source>
            <translation>The address from the browser</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/outcomes.py" />
            <source>{count} 个失败</source>
            <translation>
                <numerusform>{count} failed</numerusform>
                <numerusform>{count} failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/outcomes.py" />
            <source>{count} 个已在此处，没有再加</source>
            <translation>
                <numerusform>{count} was here already and was not added again</numerusform>
                <numerusform>{count} were here already and were not added again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/outcomes.py" />
            <source>{count} 个带密级标志，没有导入</source>
            <translation>
                <numerusform>{count} with a secrecy mark, not taken in</numerusform>
                <numerusform>{count} with a secrecy mark, not taken in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/outcomes.py" />
            <source>{count} 个待确认是否涉密，没有导入</source>
            <translation>
                <numerusform>{count} to be decided as secret or not, not taken in</numerusform>
                <numerusform>{count} to be decided as secret or not, not taken in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/outcomes.py" />
            <source>{count} 个随件附上</source>
            <translation>
                <numerusform>{count} added as parts</numerusform>
                <numerusform>{count} added as parts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/outcomes.py" />
            <source>{count} 件有提示</source>
            <translation>
                <numerusform>{count} with notes</numerusform>
                <numerusform>{count} with notes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>仍要添加</source>
            <translation>Add anyway</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/outcomes.py" />
            <source>其中 {count} 件待处理，还不能印成页面</source>
            <translation>
                <numerusform>{count} of them wait for a fix and cannot be printed yet</numerusform>
                <numerusform>{count} of them wait for a fix and cannot be printed yet</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>其中 {what}</source>
            <translation>of them {what}</translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>只看需要处理的</source>
            <translation>Only what needs care</translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>已在此处</source>
            <translation>Here already</translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>已在此处的文件也各加一件；先选中几行，就只加这几行的（Alt+J）</source>
            <translation>Add one more item for each file that is here already; select lines first to add only those (Alt+J)</translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>已收取</source>
            <translation>Taken in</translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>已收取，待处理</source>
            <translation>Taken in, needs a fix</translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>已略过</source>
            <translation>Skipped</translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>待确认是否涉密</source>
            <translation>To be decided: secret or not</translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>收取结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>每个文件的结果</source>
            <translation>Result for each file</translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>没有导入</source>
            <translation>Not taken in</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/outcomes.py" />
            <source>略过 {count} 个</source>
            <translation>
                <numerusform>{count} skipped</numerusform>
                <numerusform>{count} skipped</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>经核对不涉密：写明理由再收取；先选中几行，就只收这几行的</source>
            <translation>Checked and no state secret: say why, then take in; select lines first to take in only those</translation>
        </message>
        <message>
            <location filename="../../ui/shared/outcomes.py" />
            <source>随件附上</source>
            <translation>Added as part</translation>
        </message>
        <message>
            <location filename="../../ui/shared/passphrase.py" />
            <source>口令</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <location filename="../../ui/shared/passphrase.py" />
            <source>用口令打开本工作区的密钥（回车）</source>
            <translation>Open this workspace's key with the passphrase (Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/shared/passphrase.py" />
            <source>解锁</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <location filename="../../ui/shared/passphrase.py" />
            <source>输入口令</source>
            <translation>Enter the passphrase</translation>
        </message>
        <message>
            <location filename="../../ui/shared/passphrase.py" />
            <source>这一步要用到本工作区的密钥，请输入口令。</source>
            <translation>This step needs this workspace's key; enter the passphrase.</translation>
        </message>
        <message>
            <location filename="../../ui/shared/pasting.py" />
            <source>剪贴板里没有文件或图片：请先复制文件，或截图、复制图片，再粘贴</source>
            <translation>There is no file or picture on the clipboard: copy files, take a screenshot or copy a picture, then paste</translation>
        </message>
        <message>
            <location filename="../../ui/shared/pasting.py" />
            <source>复制的图片在网页上，没有存下来：请在图片上按右键，点“复制图片”，再粘贴</source>
            <translation>The picture is on a web page and was not copied itself: right-click it, choose “Copy image”, then paste</translation>
        </message>
        <message>
            <location filename="../../ui/shared/returned.py" />
            <source>已改动，随下次报送送审（退回原因：{reasons}）</source>
            <translation>Changed; goes with the next submission (returned because: {reasons})</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/returned.py" />
            <source>退回 {count} 件，见下</source>
            <translation>
                <numerusform>{count} item returned, see below</numerusform>
                <numerusform>{count} items returned, see below</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/returned.py" />
            <source>退回的 {count} 件已改动，随下次报送送审</source>
            <translation>
                <numerusform>{count} returned item changed; it goes with the next submission</numerusform>
                <numerusform>{count} returned items changed; they go with the next submission</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/returned.py" />
            <source>退回：{reasons}</source>
            <translation>Returned: {reasons}</translation>
        </message>
        <message>
            <location filename="../../ui/shared/returned.py" />
            <source>随整项退回，原因见上</source>
            <translation>Returned with the whole task; see the reason above</translation>
        </message>
        <message>
            <location filename="../../ui/shared/returned.py" />
            <source>随要点 {number} 退回，原因见上</source>
            <translation>Returned with point {number}; see the reason above</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/showing_outcomes.py" />
            <source>再添加 {count} 件</source>
            <translation>
                <numerusform>Add {count} more item</numerusform>
                <numerusform>Add {count} more items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/shared/showing_outcomes.py" />
            <source>又添加了 {count} 件</source>
            <translation>
                <numerusform>Added {count} more item</numerusform>
                <numerusform>Added {count} more items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/shared/showing_outcomes.py" />
            <source>查看结果</source>
            <translation>See result</translation>
        </message>
        <message>
            <location filename="../../ui/shared/trouble.py" />
            <source>题名还是文件名，请另起题名</source>
            <translation>The title is only a file name: give it a title</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>丢弃副本</source>
            <translation>Discard a copy</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>作为新版本</source>
            <translation>Take as new version</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>副本在 {path}，装好程序后可以从那里打开。</source>
            <translation>The copy is at {path}; once a program is installed it can be opened from there.</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>副本已打开；在 WPS／Word 里保存后，这里会提示作为新版本</source>
            <translation>The copy is open; once it is saved in WPS or Word, it is offered here as the new version</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>副本留着，下次保存时再提示</source>
            <translation>The copy stays, and is offered when it is saved again</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>可以不填，如：补上第三季度的数据</source>
            <translation>May stay empty; for example: figures of the third quarter added</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>已丢弃副本，文件留在 工作副本/已丢弃</source>
            <translation>The copy was discarded; its file stays in the folder of discarded copies</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>打开副本</source>
            <translation>Open a copy</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>把副本作为新版本</source>
            <translation>Take a copy as new version</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>换上副本里保存的内容，旧版本保留（Ctrl+回车）</source>
            <translation>Use what was saved in the copy; the old version is kept (Ctrl+Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>接着改上次的副本；保存后可以作为新版本</source>
            <translation>Going on with the last copy; once saved, it can be the new version</translation>
        </message>
        <message>
            <location filename="../../ui/shared/working_copies.py" />
            <source>改了什么，创建办审核时与新旧版本一起看到：</source>
            <translation>What was changed; the office sees it in review, with both versions:</translation>
        </message>
        <message>
            <location filename="../../ui/stages/controller.py" />
            <source>修改创建步骤</source>
            <translation>Change a stage</translation>
        </message>
        <message>
            <location filename="../../ui/stages/controller.py" />
            <source>导出日历</source>
            <translation>Export calendar</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/stages/controller.py" />
            <source>已导出 {count} 项到 {name}，可导入手机或电脑的日历</source>
            <translation>
                <numerusform>{count} entry exported to {name}, for the calendar of a phone or computer</numerusform>
                <numerusform>{count} entries exported to {name}, for the calendar of a phone or computer</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/stages/controller.py" />
            <source>恢复{stage}的日期</source>
            <translation>Restore the dates of {stage}</translation>
        </message>
        <message>
            <location filename="../../ui/stages/controller.py" />
            <source>恢复文件规定的日期</source>
            <translation>Restore the dates as prescribed</translation>
        </message>
        <message>
            <location filename="../../ui/stages/controller.py" />
            <source>把各阶段移到 {year} 年</source>
            <translation>moved the stages to {year}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/stages/month_view.py" />
            <source>{count} 项</source>
            <translation>
                <numerusform>{count} entry</numerusform>
                <numerusform>{count} entries</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/stages/month_view.py" />
            <source>{year}年{month}月{day}日</source>
            <translation>{year}-{month:02}-{day:02}</translation>
        </message>
        <message>
            <location filename="../../ui/stages/month_view.py" />
            <source>一</source>
            <translation>Mon</translation>
        </message>
        <message>
            <location filename="../../ui/stages/month_view.py" />
            <source>三</source>
            <translation>Wed</translation>
        </message>
        <message>
            <location filename="../../ui/stages/month_view.py" />
            <source>二</source>
            <translation>Tue</translation>
        </message>
        <message>
            <location filename="../../ui/stages/month_view.py" />
            <source>五</source>
            <translation>Fri</translation>
        </message>
        <message>
            <location filename="../../ui/stages/month_view.py" />
            <source>六</source>
            <translation>Sat</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/stages/month_view.py" />
            <source>另有 {count} 项</source>
            <translation>
                <numerusform>{count} more</numerusform>
                <numerusform>{count} more</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/stages/month_view.py" />
            <source>四</source>
            <translation>Thu</translation>
        </message>
        <message>
            <location filename="../../ui/stages/month_view.py" />
            <source>日</source>
            <translation>Sun</translation>
        </message>
        <message>
            <location filename="../../ui/stages/month_view.py" />
            <source>日历</source>
            <translation>Calendar</translation>
        </message>
        <message>
            <location filename="../../ui/stages/month_view.py" />
            <source>没有安排</source>
            <translation>nothing planned</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>{day}　没有安排</source>
            <translation>{day}　nothing planned</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>{month}月{day}日</source>
            <translation>{month:02}-{day:02}</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>{stage}阶段</source>
            <translation>Stage {stage}</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>{year}年{month}月</source>
            <translation>{year}-{month:02}</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>上个月</source>
            <translation>Previous month</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>上个月（日历里按 PageUp）</source>
            <translation>Previous month (PageUp in the calendar)</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>下个月</source>
            <translation>Next month</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>下个月（日历里按 PageDown）</source>
            <translation>Next month (PageDown in the calendar)</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>保存这个阶段</source>
            <translation>Save stage</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>催报通知…</source>
            <translation>Reminders…</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>各阶段恢复指标体系规定的日期吗？</source>
            <translation>Restore the dates of all stages as the indicator set has them?</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>各阶段恢复指标体系规定的日期，可以撤销</source>
            <translation>Restore the dates as the indicator set has them; can be undone</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>各阶段的日期一起移到另一年</source>
            <translation>Move the dates of all stages to another year</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>名称、日期和应齐备的比例都恢复，可以撤销。</source>
            <translation>Names, dates and required shares are restored; can be undone.</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>哪些单位</source>
            <translation>Which units</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>回到今天（日历里按 Home）</source>
            <translation>Back to today (Home in the calendar)</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>导出为 .ics 文件，可导入手机或电脑的日历</source>
            <translation>Export as an .ics file for the calendar of a phone or computer</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>导出日历…</source>
            <translation>Export calendar…</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>恢复全部</source>
            <translation>Restore all</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>恢复本阶段</source>
            <translation>Restore this stage</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/stages/page.py" />
            <source>有延误风险 {count}</source>
            <translation>
                <numerusform>At risk {count}</numerusform>
                <numerusform>At risk {count}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>移到 {year} 年</source>
            <translation>Move to {year}</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>移到另一年</source>
            <translation>Move to another year</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>移到另一年…</source>
            <translation>Another year…</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>移到这一年</source>
            <translation>Move to this year</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>第一个截止日期在哪一年？各阶段的月、日不变。</source>
            <translation>In which year is the first deadline? Months and days stay.</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>给选中的单位生成催报通知；没有选中时给列表里的全部单位</source>
            <translation>Make reminders for the chosen units, or for all in the list</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>这一天</source>
            <translation>This day</translation>
        </message>
        <message>
            <location filename="../../ui/stages/page.py" />
            <source>这个阶段恢复指标体系规定的日期，名称和比例不变，可以撤销</source>
            <translation>Take this stage’s dates from the indicator set again; name and share stay; can be undone</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/stages/page.py" />
            <source>逾期 {count}</source>
            <translation>
                <numerusform>Overdue {count}</numerusform>
                <numerusform>Overdue {count}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/stages/rows.py" />
            <source>{name} {long}</source>
            <translation>{name} {long}</translation>
        </message>
        <message>
            <location filename="../../ui/stages/rows.py" />
            <source>{name}，{left}</source>
            <translation>{name}, {left}</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>“{stage}”阶段</source>
            <translation>Stage “{stage}”</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>不限</source>
            <translation>Any time</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>到阶段末，每个单位应齐备的材料要点占多少</source>
            <translation>The share of evidence points that each unit must have covered by the end</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>如 2026-03-01；空着就是不限</source>
            <translation>Such as 2026-03-01; empty means any time</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>如 2026-05-10；空着就是日期另定</source>
            <translation>Such as 2026-05-10; empty means date to be set</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>应齐备</source>
            <translation>Target</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>开始</source>
            <translation>Start</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>开始日期</source>
            <translation>Start date</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>截止</source>
            <translation>End</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>截止日期</source>
            <translation>End date</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>阶段名称</source>
            <translation>Stage name</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>阶段名称不能空着</source>
            <translation>The stage needs a name</translation>
        </message>
        <message>
            <location filename="../../ui/stages/stage_form.py" />
            <source>阶段末应齐备的要点比例</source>
            <translation>Share of points covered at the end</translation>
        </message>
        <message>
            <location filename="../../ui/stages/tables.py" />
            <source>共 {total} 个要点，已齐备 {covered} 个，应齐备 {needed} 个
双击查看未齐的指标</source>
            <translation>{total} points, {covered} complete, {needed} should be
Double-click to see the incomplete indicators</translation>
        </message>
        <message>
            <location filename="../../ui/stages/tables.py" />
            <source>各单位进展</source>
            <translation>Progress of the units</translation>
        </message>
        <message>
            <location filename="../../ui/stages/tables.py" />
            <source>还差</source>
            <translation>Gap</translation>
        </message>
        <message>
            <location filename="../../ui/stages/tables.py" />
            <source>进展</source>
            <translation>Progress</translation>
        </message>
        <message>
            <location filename="../../ui/undo.py" />
            <source>已重做：{text}</source>
            <translation>Redone: {text}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/matching_dialog.py" />
            <source>{name}（如 {example}）</source>
            <translation>{name} (e.g. {example})</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/matching_dialog.py" />
            <source>不导入</source>
            <translation>Do not import</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/matching_dialog.py" />
            <source>加入</source>
            <translation>Group</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/matching_dialog.py" />
            <source>加入表里，保存后生效（Ctrl+回车）</source>
            <translation>Add to the table; takes effect when saved (Ctrl+Enter)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/matching_dialog.py" />
            <source>将加入 {count} 行；各列的对应会记住。</source>
            <translation>
                <numerusform>{count} row will be added; how the columns match is remembered.</numerusform>
                <numerusform>{count} rows will be added; how the columns match is remembered.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/matching_dialog.py" />
            <source>有两列对应到台账的同一列，请改一处。</source>
            <translation>Two columns go into the same column of the register. Change one of them.</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/matching_dialog.py" />
            <source>核对各列：{name}</source>
            <translation>Check the columns: {name}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/matching_dialog.py" />
            <source>第 {number} 列</source>
            <translation>Column {number}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>{name} {value}（{words}）</source>
            <translation>{name} {value} ({words})</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>{title}　{unit}</source>
            <translation>{title}　{unit}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>{year} 年</source>
            <translation>{year}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>不保存就关闭吗？</source>
            <translation>Close without saving?</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>从 Excel、WPS 复制的块；带表头的按列名对应</source>
            <translation>A block copied from Excel or WPS; with headings it is matched by column names</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>保存（Ctrl+S）</source>
            <translation>Save (Ctrl+S)</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>修改{title}</source>
            <translation>Change {title}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>共 {count} 行</source>
            <translation>
                <numerusform>{count} row</numerusform>
                <numerusform>{count} rows</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>删除行</source>
            <translation>Delete rows</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>删除选中的行</source>
            <translation>Delete the rows that are selected</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>加入 {count} 行</source>
            <translation>
                <numerusform>{count} row added</numerusform>
                <numerusform>{count} rows added</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>只看待改的行</source>
            <translation>Only rows to mend</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>导入 xlsx 或 csv，先核对各列怎样对应</source>
            <translation>Import xlsx or csv; check first how the columns match</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>导入表格</source>
            <translation>Import a table</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>导入表格…</source>
            <translation>Import a table…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>已找回上次没有保存的改动</source>
            <translation>The changes that were not saved last time are back</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>待改 {count} 行（不计入下面的数）</source>
            <translation>
                <numerusform>{count} row to mend (does not count below)</numerusform>
                <numerusform>{count} rows to mend (do not count below)</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>待改之处</source>
            <translation>What to mend</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>撤销表里的上一步</source>
            <translation>Undo the last step in the table</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>改动还没有保存。要留下请选“取消”，再按“保存”。</source>
            <translation>The changes are not saved. To keep them choose Cancel, then Save.</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>显示哪些行</source>
            <translation>Which rows to show</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>没有用到的列：{names}</source>
            <translation>Columns not used: {names}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>读取表格</source>
            <translation>Reading the table</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>跳过合计 {count} 行</source>
            <translation>
                <numerusform>{count} line of totals left out</numerusform>
                <numerusform>{count} lines of totals left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/register_dialog.py" />
            <source>还有 {count} 处，改好上面的再列出</source>
            <translation>
                <numerusform>{count} more; listed when those above are mended</numerusform>
                <numerusform>{count} more; listed when those above are mended</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_model.py" />
            <source>{column}：{reason}</source>
            <translation>{column}: {reason}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/register_words.py" />
            <source>第 {number} 行　{column}：{reason}</source>
            <translation>Row {number}　{column}: {reason}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>{count} 个已填的数与台账不符</source>
            <translation>
                <numerusform>{count} stated figure differs from the register</numerusform>
                <numerusform>{count} stated figures differ from the register</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>{name} {value}</source>
            <translation>{name} {value}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>{title}.xlsx</source>
            <translation>{title}.xlsx</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>{year}：{count} 行</source>
            <translation>
                <numerusform>{year}: {count} row</numerusform>
                <numerusform>{year}: {count} rows</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>　{name} {value}（{words}）</source>
            <translation>　{name} {value} ({words})</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>另存为 xlsx</source>
            <translation>Save as xlsx</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>另存台账</source>
            <translation>Saving the register</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>可填入 {count} 个</source>
            <translation>
                <numerusform>{count} can be filled in</numerusform>
                <numerusform>{count} can be filled in</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>台账</source>
            <translation>Registers</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>台账 {count} 个</source>
            <translation>
                <numerusform>{count} register</numerusform>
                <numerusform>{count} registers</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>各行和统计，写到 exports 文件夹</source>
            <translation>Rows and statistics, into the exports folder</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>填入 {count} 个台账算出的数</source>
            <translation>
                <numerusform>State {count} figure from the register</numerusform>
                <numerusform>State {count} figures from the register</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>填入数据</source>
            <translation>Fill in figures</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>已写出 {path}</source>
            <translation>Written: {path}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>待改</source>
            <translation>To mend</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>把台账算出的数连同依据填到量化要求</source>
            <translation>State the figures that the register says, with what they rest on</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>数值</source>
            <translation>value</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>登记、粘贴或导入选中台账的行</source>
            <translation>Type, paste or import rows of the register that is selected</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>登记表…</source>
            <translation>Open register…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>行数</source>
            <translation>Rows</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>请先选择台账归哪个单位</source>
            <translation>First choose the unit whose register it is</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/registers.py" />
            <source>量化要求</source>
            <translation>threshold</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/year_table.py" />
            <source>{year} 年：{state}</source>
            <translation>{year}: {state}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/year_table.py" />
            <source>……共 {count} 件</source>
            <translation>
                <numerusform>… {count} item in all</numerusform>
                <numerusform>… {count} items in all</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/year_table.py" />
            <source>年份不明</source>
            <translation>No year</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/year_table.py" />
            <source>按年份查看</source>
            <translation>By year</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/years.py" />
            <source>{count} 个要点看年份</source>
            <translation>
                <numerusform>{count} point by year</numerusform>
                <numerusform>{count} points by year</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>一件材料可以算几年；勾选以后，不再照题名认年份。</source>
            <translation>An item may count for several years. Once ticked, its title no longer decides the year.</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>全部要点…</source>
            <translation>All points…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>全部责任单位合起来</source>
            <translation>All units together</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>写成 xlsx 表格，可以打印</source>
            <translation>Write an xlsx table that can be printed</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>勾选哪些材料算选中的这一年（F2）</source>
            <translation>Tick the items that count for the chosen year (F2)</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>双击或回车：到这个任务。✗ 缺　– 未见：题名、日期没有写明这一年</source>
            <translation>Double click or Enter: go to the task. ✗ missing　– not seen: no title or date names this year</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>另存表格</source>
            <translation>Save table</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>另存表格…</source>
            <translation>Save table…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>只看有缺的</source>
            <translation>Only points with gaps</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>只能拖到材料所在要点的那一行；要换要点，请拖到上面的要点</source>
            <translation>Items go to the row of their own point; to change the point, drag them to the points above</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>哪些材料算 {year} 年</source>
            <translation>Items that count for {year}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>哪些算这一年…</source>
            <translation>Items of this year…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>已另存 {name}</source>
            <translation>Saved {name}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>年份</source>
            <translation>Years</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/years.py" />
            <source>指定 {count} 件材料的年份</source>
            <translation>
                <numerusform>Choose the years of {count} item</numerusform>
                <numerusform>Choose the years of {count} items</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>按年份查看全部要点（Ctrl+Shift+Y）</source>
            <translation>View all points by year (Ctrl+Shift+Y)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/years.py" />
            <source>未见 {count} 处</source>
            <translation>
                <numerusform>{count} not seen</numerusform>
                <numerusform>{count} not seen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>材料年份一览表</source>
            <translation>Items by year</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>照题名认年份</source>
            <translation>Take years from titles</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/material_check/years.py" />
            <source>缺 {count} 处</source>
            <translation>
                <numerusform>{count} missing</numerusform>
                <numerusform>{count} missing</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>请先在上面添加材料。</source>
            <translation>Please add items above first.</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>这个要点还没有材料</source>
            <translation>This point has no items yet</translation>
        </message>
        <message>
            <location filename="../../ui/verification/material_check/years.py" />
            <source>选中这格的材料不再指定年份，照题名、日期认</source>
            <translation>Let title and date of the items in this cell tell their years again</translation>
        </message>
        <message>
            <location filename="../../ui/verification/note_panel.py" />
            <source>请先选择记录归哪个单位</source>
            <translation>First choose the unit that the record belongs to</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/check_table.py" />
            <source>准备情况</source>
            <translation>Readiness</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/check_table.py" />
            <source>检查清单</source>
            <translation>Checklist</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/check_table.py" />
            <source>检查项目</source>
            <translation>Looked at</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/check_table.py" />
            <source>看什么</source>
            <translation>What to see</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>{heading}：{statement}</source>
            <translation>{heading}: {statement}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>{site}（{unit}）</source>
            <translation>{site} ({unit})</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>为哪些指标服务</source>
            <translation>Serves these indicators</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>从其他现场复制</source>
            <translation>Copy from another site</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>删除选中的项目（Del）</source>
            <translation>Delete the chosen lines (Del)</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>删除项目</source>
            <translation>Delete lines</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>地址</source>
            <translation>Address</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>复制另一处现场的清单里，这里没有的项目</source>
            <translation>Copy the lines of another site's checklist that are missing here</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>如 工作日 9:00—17:00</source>
            <translation>Such as: working days 9:00–17:00</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>如 政务服务大厅；可从建议里选</source>
            <translation>Such as: Government Service Hall; or choose a suggestion</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>开放时间</source>
            <translation>Opening hours</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>按勾选的指标的要求，添上清单里没有的项目；添上后可以修改、删除</source>
            <translation>Add what the requirements of the ticked indicators suggest and the list lacks; you may change or delete it afterwards</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>标为已准备</source>
            <translation>Mark as ready</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>检查组按这个顺序走；手册按它排列</source>
            <translation>Inspectors walk in this order; the guide follows it</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>没有排</source>
            <translation>None</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>添加一项</source>
            <translation>Add a line</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>现场名称</source>
            <translation>Name of the site</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>给选中的指标添加一项，直接在表里写</source>
            <translation>Add a line for the chosen indicator and write in the table</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>负责人</source>
            <translation>In charge</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>路线顺序</source>
            <translation>Place on the route</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>还没有检查清单：可以采用按指标要求提出的建议，也可以自己添加。</source>
            <translation>No checklist yet: take over what the requirement suggests, or add lines yourself.</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/dialog.py" />
            <source>选中的项目标为已准备；可以选几项</source>
            <translation>Mark the chosen lines as ready; several may be chosen</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>{unit}：添加现场</source>
            <translation>{unit}: add a site</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>修改核验现场</source>
            <translation>change a site</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>修改选中的现场，填写检查清单的准备情况</source>
            <translation>Change the chosen site and say how far its checklist is</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>已准备</source>
            <translation>Ready</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>已准备 {count} 项</source>
            <translation>
                <numerusform>{count} line ready</numerusform>
                <numerusform>{count} lines ready</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>无清单</source>
            <translation>No list</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>核验现场</source>
            <translation>Sites</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>核验现场：还没有登记</source>
            <translation>Sites: none entered yet</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>添加现场…</source>
            <translation>Add a site…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>清单 {count} 项</source>
            <translation>
                <numerusform>{count} line on lists</numerusform>
                <numerusform>{count} lines on lists</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>现场</source>
            <translation>Site</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>现场 {count} 处</source>
            <translation>
                <numerusform>{count} site</numerusform>
                <numerusform>{count} sites</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>现场和清单…</source>
            <translation>Site and checklist…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>登记核验现场</source>
            <translation>enter a site</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>登记检查组要去的地方，拟定检查清单</source>
            <translation>Enter a place that inspectors will visit, and its checklist</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>移除核验现场</source>
            <translation>remove a site</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>移除现场</source>
            <translation>Remove site</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>移除选中的现场和它的检查清单，可以撤销</source>
            <translation>Remove the chosen site with its checklist; it can be undone</translation>
        </message>
        <message>
            <location filename="../../ui/verification/site_check/sites.py" />
            <source>路线</source>
            <translation>Route</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>{count} 个没有收入</source>
            <translation>
                <numerusform>{count} not taken in</numerusform>
                <numerusform>{count} not taken in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>{count} 个没有采集到</source>
            <translation>
                <numerusform>{count} not captured</numerusform>
                <numerusform>{count} not captured</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>{count} 个网址</source>
            <translation>
                <numerusform>{count} addresses</numerusform>
                <numerusform>{count} addresses</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>{verb}（Ctrl+回车）</source>
            <translation>{verb} (Ctrl+Return)</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>收作材料</source>
            <translation>Take in as</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>整页截图</source>
            <translation>Picture of the whole page</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>文件里没有写网址</source>
            <translation>The file does not say its address</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>每个网址的结果</source>
            <translation>Result of each address</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>每行一个网址，后面可以写要查什么。只采集这里写明的网址。</source>
            <translation>One address a line; what to look for may follow it. Only the addresses written here are captured.</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>没有对上清单</source>
            <translation>Not on any list</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>没有收入</source>
            <translation>Not taken in</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>没有采集到</source>
            <translation>Not captured</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>网页存档，装订时用印出的 PDF</source>
            <translation>Saved page, bound as the PDF printed from it</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>连同其他任务已记的网址</source>
            <translation>Also the addresses noted under other tasks</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_dialogs.py" />
            <source>采集结果</source>
            <translation>Captured pages</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>{unit}：制作网检信使</source>
            <translation>{unit}: send a courier</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>{unit}：采集网页</source>
            <translation>{unit}: capture web pages</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>保存的网页 {count} 个，对上清单 {here} 个</source>
            <translation>
                <numerusform>{count} saved pages, {here} of them on a list</numerusform>
                <numerusform>{count} saved pages, {here} of them on a list</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>制作网检信使</source>
            <translation>Make a courier</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>复查网址</source>
            <translation>Check addresses</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>复查网址…</source>
            <translation>Check addresses…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>存为网页</source>
            <translation>Save as a web page</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>已停止复查</source>
            <translation>The check was stopped</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>已停止收回；停止之前收取的都在</source>
            <translation>Stopped; what was taken in before stays</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>已停止采集；停止之前收取的都在</source>
            <translation>Capturing was stopped; what was taken in before stays</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>已存为 {name}</source>
            <translation>Saved as {name}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>收回结果…</source>
            <translation>Take results in…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>收回网检信使带回的结果，和用浏览器保存的网页，各归各的任务</source>
            <translation>Take in what the courier brought back and pages saved by hand, each into its task</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>收回网检结果</source>
            <translation>Take results in</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>收回网检结果 {count} 件</source>
            <translation>
                <numerusform>Take in {count} results</numerusform>
                <numerusform>Take in {count} results</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>本机不能上网时：把网址清单和采集程序放到 U 盘，拿到能上网的电脑上采集</source>
            <translation>Without a network here: put the list and the capturing program on a stick, and capture on a computer that has one</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>用本机的浏览器打开网址，整页保存，收作这项任务的材料；要能上网</source>
            <translation>Open addresses in the browser of this computer, save the whole pages and take them in as evidence of this task; needs a network</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>网址复查{day}.html</source>
            <translation>address-check-{day}.html</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>网检信使…</source>
            <translation>Courier…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>网检信使已做好：{name}，{count} 个网址</source>
            <translation>
                <numerusform>The courier is ready: {name}, {count} addresses</numerusform>
                <numerusform>The courier is ready: {name}, {count} addresses</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>网检信使放到哪里（U 盘）</source>
            <translation>Where to put the courier (a stick)</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>网页采集</source>
            <translation>Web pages</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>还没有写明网址的材料</source>
            <translation>No evidence has an address yet</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>选择 U 盘…</source>
            <translation>Choose the stick…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>选择带回的网检结果；要收保存的网页，选其中任意一个</source>
            <translation>Choose the results that came back; for pages saved by hand, any one of them</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>采集</source>
            <translation>Capture</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>采集网页</source>
            <translation>Capture pages</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>采集网页 {count} 件</source>
            <translation>
                <numerusform>Capture {count} pages</numerusform>
                <numerusform>Capture {count} pages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>采集网页…</source>
            <translation>Capture pages…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>采集网页，或在著录里填写网址后再复查。</source>
            <translation>Capture pages, or enter addresses in the descriptions, and check again.</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/capture_panel.py" />
            <source>重新打开收过的网址：打不开的、改址的、内容有变的，影响哪些指标</source>
            <translation>Open the kept addresses again: dead, moved or changed pages, and the indicators that they affect</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>{unit}：记一条网络检索</source>
            <translation>{unit}: note a web look-up</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>修改网络检索记录</source>
            <translation>alter a web look-up</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>修改选中的网络检索记录</source>
            <translation>Alter the chosen look-up</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>查什么，用的关键词</source>
            <translation>What was looked for, by which key words</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>检索人</source>
            <translation>Looked up by</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>检索内容</source>
            <translation>Looked for</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>检索日期</source>
            <translation>Looked up on</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>检索结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>移除网络检索记录</source>
            <translation>remove a web look-up</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>移除记录</source>
            <translation>Remove</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>移除选中的网络检索记录，可以撤销</source>
            <translation>Remove the chosen look-up; this can be undone</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>网络检索记录</source>
            <translation>Web look-ups</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>网络检索记录 {count} 条</source>
            <translation>
                <numerusform>{count} web look-up</numerusform>
                <numerusform>{count} web look-ups</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>网络检索记录：还没有</source>
            <translation>No web look-ups yet</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>记一条…</source>
            <translation>Add…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>记下在网上查了什么、结果如何</source>
            <translation>Note what was looked up on the web and what was found</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/lookups.py" />
            <source>记下网络检索</source>
            <translation>note a web look-up</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>{said}，{count} 件有变，受影响的指标：{codes}</source>
            <translation>
                <numerusform>{said}, {count} differ; indicators affected: {codes}</numerusform>
                <numerusform>{said}, {count} differ; indicators affected: {codes}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>{said}，没有指标受影响</source>
            <translation>{said}, no indicator is affected</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>…… {count} 句相同</source>
            <translation>
                <numerusform>… {count} sentences the same</numerusform>
                <numerusform>… {count} sentences the same</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>内容的变化</source>
            <translation>What changed</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>内容的变化，左边原来，右边现在</source>
            <translation>What changed: before on the left, now on the right</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>原来</source>
            <translation>Before</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>原来（{when}）</source>
            <translation>Before ({when})</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>复查</source>
            <translation>Check</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>复查 {count} 件</source>
            <translation>
                <numerusform>{count} items checked</numerusform>
                <numerusform>{count} items checked</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>复查结果</source>
            <translation>Result of the check</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>存为可打印的网页…</source>
            <translation>Save as a page to print…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>开始复查</source>
            <translation>Start the check</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>本工作区全部 {count} 件</source>
            <translation>
                <numerusform>All {count} items of this workspace</numerusform>
                <numerusform>All {count} items of this workspace</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>每个网址的情况</source>
            <translation>How each address stands</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>现在转到 {address}</source>
            <translation>Now leads to {address}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>网站返回 {status}</source>
            <translation>The site answers {status}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>这项任务的 {count} 件</source>
            <translation>
                <numerusform>{count} items of this task</numerusform>
                <numerusform>{count} items of this task</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>选中内容有变的网址，在这里对照</source>
            <translation>Choose an address that changed to compare it here</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/recheck_dialogs.py" />
            <source>逐个重新打开收过的网址，看还在不在、内容变没变。材料不受影响。</source>
            <translation>Opens each kept address again and looks whether it is there and says the same. The evidence stays as it is.</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>www.example.gov.cn/qzqd 权责清单</source>
            <translation>www.example.gov.cn/list List of powers</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>xlsx 或 csv，有“网址”“要看到什么”两列</source>
            <translation>xlsx or csv with columns for the address and for what must be seen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>{count} 行没有用上：{lines}</source>
            <translation>
                <numerusform>{count} line not used: {lines}</numerusform>
                <numerusform>{count} lines not used: {lines}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>一行一条，先写网址，再写要看到什么，中间空一格；可以从 Excel、WPS 表格粘贴两列。还不知道网址的，只写要看到什么。</source>
            <translation>One line each: the address, a space, and what must be seen. Two columns of Excel or WPS can be pasted. If the address is not known yet, write only what must be seen.</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>从文件导入…</source>
            <translation>Import from file…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>任务的全部责任单位</source>
            <translation>All units of the task</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>列入 {count} 条</source>
            <translation>
                <numerusform>{count} line to add</numerusform>
                <numerusform>{count} lines to add</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>列入清单</source>
            <translation>Add to list</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>列入清单（Ctrl+回车）</source>
            <translation>Add to list (Ctrl+Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>导入检索清单</source>
            <translation>Import look-up list</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>按任务要求的文字，一样东西一条；确定以前可以改</source>
            <translation>From the wording of the task, one line for each thing; you may edit them first</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>文件里有 {count} 条是其他指标的，没有放进来。</source>
            <translation>
                <numerusform>{count} line of the file belongs to other indicators and was left out.</numerusform>
                <numerusform>{count} lines of the file belong to other indicators and were left out.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>清单</source>
            <translation>List</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>给哪个单位</source>
            <translation>For which unit</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>读到 {count} 条</source>
            <translation>
                <numerusform>Read {count} line</numerusform>
                <numerusform>Read {count} lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/target_list.py" />
            <source>重复的 {count} 条不列入</source>
            <translation>
                <numerusform>{count} is there already</numerusform>
                <numerusform>{count} are there already</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>{done}/{all} 个单位已检索</source>
            <translation>{done}/{all} units looked up</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>{unit}：列入检索清单</source>
            <translation>{unit}: add to the look-up list</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>{unit}：记检索结果</source>
            <translation>{unit}: note the result</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>✗ {wrong} 个不符合或没查到，{words}</source>
            <translation>✗ {wrong} contradicted or not found, {words}</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>修改、移出选中的一条，另存清单</source>
            <translation>Change or take away the chosen line, save the list</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>修改检索清单</source>
            <translation>Change the look-up list</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>修改选中的清单行</source>
            <translation>Change the chosen line</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>列入检索清单</source>
            <translation>Add to the look-up list</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>另存清单</source>
            <translation>Save list</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>另存清单…</source>
            <translation>Save list…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>如：权责清单</source>
            <translation>Such as: list of powers</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>待查</source>
            <translation>to be found</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>成批添加…</source>
            <translation>Add many…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>打开网址</source>
            <translation>Open page</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>把 {count} 条列入检索清单</source>
            <translation>
                <numerusform>Add {count} line to the look-up list</numerusform>
                <numerusform>Add {count} lines to the look-up list</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>把一样要在网上看到的东西列入清单</source>
            <translation>Add something that must be seen on the web</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>把这个任务的清单写成表格，可以打印</source>
            <translation>Write the list of this task as a table that can be printed</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>把选中的一条移出清单，可以撤销</source>
            <translation>Take the chosen line off the list; can be undone</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>更多</source>
            <translation>More</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>检索清单</source>
            <translation>Look-up list</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>检索清单 {count} 条</source>
            <translation>
                <numerusform>Look-up list: {count} line</numerusform>
                <numerusform>Look-up list: {count} lines</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>检索清单：还没有</source>
            <translation>Look-up list: none yet</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>添加…</source>
            <translation>Add…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>用这台电脑的浏览器打开选中这条的网址</source>
            <translation>Open the address of the chosen line in the browser of this computer</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>移出</source>
            <translation>Take off</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>移出检索清单</source>
            <translation>Take off the look-up list</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>粘贴或导入清单，或采用按任务要求提出的建议</source>
            <translation>Paste or import a list, or take over what the wording suggests</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>网络检索清单</source>
            <translation>Look-up list</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>要看到什么</source>
            <translation>Must be seen</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>记下检索结果</source>
            <translation>Note the result of a look-up</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>记下选中这条在网上查到了没有</source>
            <translation>Note whether the chosen line was found on the web</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>记检索结果…</source>
            <translation>Note result…</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>还不知道可以不填</source>
            <translation>May stay empty until it is known</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>这不是 http 或 https 的网址</source>
            <translation>This is no address of http or https</translation>
        </message>
        <message>
            <location filename="../../ui/verification/web_check/targets.py" />
            <source>这条还没有写网址</source>
            <translation>This line has no address yet</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>{county}创建办给 {unit} 的{kind}，第 {number} 号，{when} 制作，内容完好。会建立 {unit} 的工作区。</source>
            <translation>{kind} no. {number} from the office of {county} for {unit}, made {when}, intact. It will make the workspace of {unit}.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>保存位置</source>
            <translation>Saved in</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>创建办的指纹</source>
            <translation>The office's fingerprint</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>已经与创建办核对，指纹一致</source>
            <translation>I have checked it with the office; it is the same</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>建立工作区</source>
            <translation>Make workspace</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>建立本单位的工作区并打开（回车）</source>
            <translation>Make this unit's workspace and open it (Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>打开任务包</source>
            <translation>Open a task package</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>指纹像创建办电脑的印鉴。请打电话或当面请创建办念出来，逐段对照；只需这一次。</source>
            <translation>A fingerprint is like a seal of the office's computer. Have the office read it out, by telephone or in person, and compare group by group; only this once.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>放在哪个文件夹里</source>
            <translation>Folder to put it in</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>核对任务包</source>
            <translation>Checking the task package</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>正在核对任务包……</source>
            <translation>Checking the task package…</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>这是{sender}的{kind}，不是任务包或恢复包。请先打开工作区，再在 报送 页打开它。</source>
            <translation>This is a {kind} of {sender}, not a task or recovery package. Open your workspace first, then open it on the page Submit.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/from_task.py" />
            <source>选择放在哪个文件夹里</source>
            <translation>Choose the folder to put it in</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/welcome/from_task.py" />
            <source>里面有创建办已合并的材料，带原件 {count} 份。</source>
            <translation>
                <numerusform> It holds the evidence that the office has merged, with {count} original.</numerusform>
                <numerusform> It holds the evidence that the office has merged, with {count} originals.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/welcome/leaving_page.py" />
            <source>已经做完的部分会保留，停下来以后自动关闭。</source>
            <translation>What is done stays; the window closes by itself once the work has stopped.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/leaving_page.py" />
            <source>正在停止……</source>
            <translation>Stopping…</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/leaving_page.py" />
            <source>还有一项工作没有停下来，请再等一等。</source>
            <translation>Something has not stopped yet; please wait a little.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/lock_page.py" />
            <source>回到开始页</source>
            <translation>Back to the start</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/lock_page.py" />
            <source>工作区设有口令，请输入口令打开。</source>
            <translation>The workspace has a passphrase; enter it to open.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/lock_page.py" />
            <source>用口令打开工作区（回车）</source>
            <translation>Open the workspace with the passphrase (Enter)</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>{title}（{version} 版）</source>
            <translation>{title} (version {version})</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>上一步</source>
            <translation>Back</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>下一步：单位名单</source>
            <translation>Next: units</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>保存位置(&amp;P)</source>
            <translation>Saved &amp;in</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>创建办：汇总全县各单位的材料，审核，编制卷宗</source>
            <translation>The office: gathers the county's evidence, reviews, compiles dossiers</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>县（市、区）</source>
            <translation>County (city, district)</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>县（市、区）(&amp;C)</source>
            <translation>&amp;County</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>如：示例县；要和创建办写的一样</source>
            <translation>the county's full name, as the office writes it</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>将在 {folder} 新建工作区，材料都存在这个文件夹里，可以整个复制或备份。</source>
            <translation>The new workspace will be {folder}. All evidence is kept in this folder, which can be copied or backed up as a whole.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>我是</source>
            <translation>We are</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>指标体系(&amp;F)</source>
            <translation>Indicator &amp;set</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>指标体系已经写明的单位不用填。“各乡（镇、街道）”等集合由各县自己列出，请填各乡镇和其他单位；可以空着，以后在 设置→单位 里填。</source>
            <translation>Units that the indicator set names need not be entered. Groups such as the townships are listed by each county: enter their units here, or later in Settings → Units.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>指标体系没有写到这个单位，将登记到：{groups}。</source>
            <translation>The indicator set does not name this unit; it will be in: {groups}.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>新建</source>
            <translation>Create</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>新建工作区</source>
            <translation>New workspace</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>本单位(&amp;U)</source>
            <translation>&amp;Unit</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>本软件为非涉密软件，严禁存储、处理涉密信息。</source>
            <translation>This program is not for classified information; storing or handling such is strictly forbidden.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>正在新建……</source>
            <translation>Creating…</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>正在读取指标体系……</source>
            <translation>Reading the indicator sets…</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>登记指标体系没有写到的单位，如各乡镇；也可以以后再填</source>
            <translation>Register units the indicator set does not name, such as townships; can be done later</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>请填写县（市、区）的名称。</source>
            <translation>Enter the name of the county.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>请选择本单位；名单里没有的，写出全称。</source>
            <translation>Choose the unit; if it is not on the list, write its full name.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>责任单位：收集本单位的材料，报送创建办</source>
            <translation>A responsible unit: gathers its own evidence and submits it to the office</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/new_workspace.py" />
            <source>输入名称或拼音首字母，如 县司法局 或 xsfj</source>
            <translation>Name or pinyin initials, such as xsfj</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/page.py" />
            <source>{path}
这个文件夹现在不在</source>
            <translation>{path}
This folder is not there now</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/page.py" />
            <source>为一个县或一个单位新建工作区（Ctrl+N）</source>
            <translation>Make a workspace for a county or a unit (Ctrl+N)</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/page.py" />
            <source>从列表中移除</source>
            <translation>Take off the list</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/page.py" />
            <source>只从列表中移除，文件夹不动</source>
            <translation>Only off the list; the folder stays</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/page.py" />
            <source>打开已有的工作区文件夹（Ctrl+Shift+O）</source>
            <translation>Open an existing workspace folder (Ctrl+Shift+O)</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/page.py" />
            <source>文件夹不在</source>
            <translation>folder not there</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/page.py" />
            <source>最近打开的工作区</source>
            <translation>Workspaces opened lately</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/page.py" />
            <source>正在打开 {path} ……</source>
            <translation>Opening {path}…</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/page.py" />
            <source>示范创建和考核迎检材料的整理与装订</source>
            <translation>Preparing and binding the evidence for inspections</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/page.py" />
            <source>第一次使用：有创建办发来的任务包，就打开它；没有，就新建工作区。</source>
            <translation>First time here: open the task package if the office sent one; if not, make a new workspace.</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/ways_in.py" />
            <source>打开任务包（分卷可只选一个）</source>
            <translation>Open a task package (of several parts, choose any one)</translation>
        </message>
        <message>
            <location filename="../../ui/welcome/ways_in.py" />
            <source>打开工作区文件夹</source>
            <translation>Open a workspace folder</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/day_edit.py" />
            <source>“{text}”看不懂，请写成 2026-05-10、2026.5.10 或 2026年5月10日</source>
            <translation>“{text}” is no day; write it as 2026-05-10 or 2026.5.10</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/files.py" />
            <source>{size} 字节</source>
            <translation>{size} bytes</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/indicator_dialog.py" />
            <source>什么也不改</source>
            <translation>Change nothing</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/indicator_dialog.py" />
            <source>按选中的指标、核验方式和要点办理</source>
            <translation>Go ahead with the indicator, method and point chosen</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/indicator_dialog.py" />
            <source>没有找到，请换个词</source>
            <translation>Nothing found; try other words</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/indicator_picker.py" />
            <source>不归到要点</source>
            <translation>No point</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/indicator_picker.py" />
            <source>归哪个单位</source>
            <translation>Unit</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/indicator_picker.py" />
            <source>归在哪个责任单位名下；可输入拼音首字母</source>
            <translation>The responsible unit it belongs to; pinyin initials will do</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/indicator_picker.py" />
            <source>指标：编号、文字或拼音首字母</source>
            <translation>Indicator: number, text or initials</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/indicator_picker.py" />
            <source>核验方式和要点</source>
            <translation>Methods and points</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/job_strip.py" />
            <source>停下来；已经做完的保留</source>
            <translation>Stop; what is done stays</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/notice.py" />
            <source>收起这句话</source>
            <translation>Close this message</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/plain_numbers.py" />
            <source>这里只填数字，如 3；单位、说明不用写</source>
            <translation>Only a number goes here, such as 3, without unit or words</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/plain_numbers.py" />
            <source>这里只填整数，如 3；单位、说明不用写</source>
            <translation>Only a whole number goes here, such as 3, without unit or words</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>{count} 行不采用</source>
            <translation>
                <numerusform>{count} line not used</numerusform>
                <numerusform>{count} lines not used</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>不加入集合</source>
            <translation>No group</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>不采用</source>
            <translation>Not used</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>从文件读取…</source>
            <translation>From file…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>其他变化 {count} 处</source>
            <translation>
                <numerusform>{count} other change</numerusform>
                <numerusform>{count} other changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>加入集合 {count} 处</source>
            <translation>
                <numerusform>{count} added to groups</numerusform>
                <numerusform>{count} added to groups</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>单位名单</source>
            <translation>List of units</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>名单就是这个集合的全部成员，不在名单里的退出</source>
            <translation>The list is the whole group; those not on it leave</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>名单没有写明单位集合时，这些单位加入哪里</source>
            <translation>Where units go if the list names no group</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>名单没有写明集合时</source>
            <translation>If no group is named</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>名单里的单位都已经登记，没有变化。</source>
            <translation>All units of the list are registered; nothing changes.</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>将有的变化</source>
            <translation>What will change</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>按名称判断</source>
            <translation>By name</translation>
        </message>
        <message numerus="yes">
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>新登记 {count} 个单位</source>
            <translation>
                <numerusform>{count} unit newly registered</numerusform>
                <numerusform>{count} units newly registered</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>每行一个单位；也可以从表格里复制几列粘贴：名称、别名、单位集合、联络人、电话</source>
            <translation>One unit a line; or paste columns from a sheet: name, aliases, groups, contact, phone</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/unit_list_editor.py" />
            <source>读取 xlsx 表格、CSV 或文本里的名单</source>
            <translation>Read a list from an xlsx sheet, CSV or text</translation>
        </message>
        <message>
            <location filename="../../ui/wording.py" />
            <source>单面印：都在右上角</source>
            <translation>One-sided: always upper right</translation>
        </message>
        <message>
            <location filename="../../ui/wording.py" />
            <source>单面印：都在右下角</source>
            <translation>Single-sided: bottom right</translation>
        </message>
        <message>
            <location filename="../../ui/wording.py" />
            <source>双面印：在外侧</source>
            <translation>Double-sided: outer edge</translation>
        </message>
        <message>
            <location filename="../../ui/wording.py" />
            <source>双面印：在外侧上角</source>
            <translation>Two-sided: outer upper corner</translation>
        </message>
    </context>
</TS>
