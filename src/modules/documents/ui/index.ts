export { OwnScan } from '../elsewhere/ui/own.scan.tsx'
